/** npm run soak -- NAME [COUNT] [SEED]: long trials of the built app; ends with 1 on a failure. */
import { preview } from 'vite';
import { getBrowser } from './browser.mjs';
import { killMany } from './soak/kills';

const [name = '', count = '50', seed = '1'] = process.argv.slice(2);
if (name !== 'kills') {
  console.error('Indiquez une épreuve : kills [nombre] [graine]');
  process.exit(2);
}
const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const kills = await killMany({
  url: server.resolvedUrls!.local[0]!,
  browserPath: await getBrowser(),
  count: Number(count),
  seed: Number(seed),
  log: (line) => console.log(line),
});
const failed = kills.filter((k) => k.fault !== null);
const worst = Math.max(0, ...kills.map((k) => k.lostMs));
console.log(
  `${kills.length} arrêts, ${failed.length} en échec ; travail perdu au plus : ${Math.round(worst)} ms ; graine ${seed}`,
);
await server.close();
process.exit(failed.length > 0 ? 1 : 0);
