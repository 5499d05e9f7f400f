import { preview } from 'vite';
import { expect, test } from 'vitest';
import { killMany } from '../../scripts/soak/kills';

test('the browser killed three times in the middle of work: at most the last second is missing, nothing is damaged', async () => {
  const outDir = process.env['MAILLAGE_DIST'] ?? 'dist';
  const server = await preview({ build: { outDir }, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const browserPath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const kills = await killMany({ url: server.resolvedUrls!.local[0]!, browserPath, count: 3, seed: 20261122 });
  await server.close();
  expect(kills.map((k) => k.fault)).toEqual([null, null, null]);
  // It was work that was interrupted, and most of it is there.
  expect(kills.reduce((sum, k) => sum + k.done, 0)).toBeGreaterThan(3);
  expect(kills.reduce((sum, k) => sum + k.kept, 0)).toBeGreaterThan(0);
});
