import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The development server needs inline scripts and styles: the policy stands in the built page only. */
const policyInBuildOnly: Plugin = {
  name: 'maillage-policy',
  apply: 'serve',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[\s\S]*?\/>/, ''),
  },
};

/** react-aria carries its few words in 34 languages; the app speaks two. */
const twoLanguages: Plugin = {
  name: 'maillage-two-languages',
  enforce: 'pre',
  resolveId(id) {
    const found = /intl\/[\w/-]+\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id);
    return found && found[1] !== 'fr-FR' && found[1] !== 'en-US' ? '\0no-words' : null;
  },
  load: (id) => (id === '\0no-words' ? 'export default {}' : null),
};

/** Writes the list of built files into the service worker; territories are fetched after the rest. */
function precacheList(): Plugin {
  let outDir = 'dist';
  return {
    name: 'maillage-precache',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    writeBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((f) => !f.endsWith('.map'));
      const later = files.filter((f) => /territoire-/.test(f));
      const first = [
        './',
        './favicon.svg',
        './manifest.webmanifest',
        ...files.filter((f) => !later.includes(f)).map((f) => `./${f}`),
      ];
      const path = join(outDir, 'sw.js');
      const body = readFileSync(path, 'utf8');
      const digest = createHash('sha256')
        .update(files.sort().join('|'))
        .update(readFileSync(join(outDir, 'index.html')));
      writeFileSync(
        path,
        body
          .replace("'BUILD'", JSON.stringify(digest.digest('hex').slice(0, 12)))
          .replace('/* FIRST */ []', JSON.stringify(first.filter((f) => f !== './index.html')))
          .replace('/* LATER */ []', JSON.stringify(later.map((f) => `./${f}`))),
      );
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: 'data/public',
  plugins: [policyInBuildOnly, twoLanguages, react(), precacheList()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: {
        assetFileNames: (asset) =>
          asset.originalFileNames.some((n) => n.includes('data/territoires/'))
            ? 'assets/territoire-[name]-[hash][extname]'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
