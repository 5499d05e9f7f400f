/**
 * Writes data/demonstration/00/: a département that exists nowhere (territoire.json) and its inventory in our own
 * exchange format, so that what public data never state (places, zones, ties with child welfare) can be shown.
 * Everything is invented by a seeded generator, the same at each run; tests/scripts/fictional.test.ts checks that no
 * name is real. npx tsx scripts/data/fictif.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventFiles } from './fictif/files';

const out = 'data/demonstration/00';
mkdirSync(out, { recursive: true });
for (const [name, text] of Object.entries(inventFiles())) {
  writeFileSync(join(out, name), text);
  console.log(`${name} : ${text.length} caractères`);
}
