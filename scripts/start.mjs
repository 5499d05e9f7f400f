// npm start: builds the app, serves it, prints its address, opens a browser where there is a screen.
import { build, preview } from 'vite';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const port = Number(process.env.PORT ?? 4173);

console.log('Construction de l’application…');
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port, strictPort: false, open: hasScreen && process.env.CI === undefined } });
console.log(`Maillage est ouvert à l’adresse ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`}`);
console.log('Arrêter : Ctrl+C.');
