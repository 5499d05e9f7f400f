import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { dropFiles, openBrowser, pictureOf } from './harness';

const archive = '../shared/data/geo/communes-par-departement-simp100m-topojson.tar.gz';
const app = openBrowser({ allowed: ['https://geo.api.gouv.fr/'] });

const openSettings = async (page: Page) => {
  await page.getByRole('button', { name: 'Réglages' }).click();
  await page.getByRole('dialog').getByText('Contours des communes').waitFor();
};

describe.skipIf(!existsSync(archive))('official outlines (needs ../shared)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contours-nav-'));
  // In a hook: a skipped suite's body is still run.
  beforeAll(() => {
    execFileSync('tar', ['xzf', archive, '-C', folder]);
  });

  test('asked at the user’s word for another département, drawn, kept, still there without network', async () => {
    const { page, context } = await app.open('?dep=85&ecran=carte');
    const asked: string[] = [];
    await context.route('https://geo.api.gouv.fr/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({
        body: readFileSync(join(folder, '85.topo')),
        contentType: 'application/json',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await page.getByText('Contours schématiques').first().waitFor();
    const before = await pictureOf(page, '.map-box');
    await openSettings(page);
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: 'Demander à geo.api.gouv.fr' }).click();
    await page.getByText('Les communes sont dessinées avec leurs contours officiels.').waitFor();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('/departements/85/communes');
    await page.getByRole('dialog').getByText('Contours officiels').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => pictureOf(page, '.map-box')).not.toBe(before);
    await page.getByText('Contours schématiques').first().waitFor({ state: 'detached' });

    const kept = () =>
      page.evaluate(async () => {
        const lists = await Promise.all((await caches.keys()).map(async (n) => (await caches.open(n)).keys()));
        return lists.flat().filter((r) => r.url.includes('territoire-')).length;
      });
    await expect.poll(kept, { timeout: 40_000, interval: 500 }).toBe(102);
    await context.setOffline(true);
    await page.reload();
    await page.locator('.map-box canvas').first().waitFor();
    await openSettings(page);
    await page.getByRole('dialog').getByText('Contours officiels').waitFor();
    expect(asked).toHaveLength(1);
  });

  test('from a file, and back; a file of something else is refused with a sentence', async () => {
    const { page } = await app.open('?ecran=carte');
    await page.getByText('Contours schématiques').first().waitFor();
    await openSettings(page);
    const choose = async (name: string, body: Buffer | string) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choisir un fichier de contours' }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
    };
    await choose('autre.json', '{"type":"FeatureCollection","features":[]}');
    await page.getByText('Ce fichier ne contient pas les contours').waitFor();
    await choose('contours-44.json', readFileSync(join(folder, '44.topo')));
    await page.getByRole('dialog').getByText('Contours officiels (contours-44.json)').waitFor();
    await page.getByRole('button', { name: 'Revenir aux contours schématiques' }).click();
    await page.getByRole('dialog').getByText('Contours schématiques, tirés').waitFor();
  });

  test('dropped on the page beside an inventory: drawn at once, the inventory read as ever', async () => {
    const { page } = await app.open('?ecran=inventaire');
    await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
    await dropFiles(page, 'main', {
      'contours-44.topojson': readFileSync(join(folder, '44.topo'), 'utf8'),
      'lieux.csv': 'nom;ville\nLe Lieu;Nantes\n',
    });
    await page.getByRole('heading', { name: 'lieux.csv' }).waitFor();
    expect(await page.getByRole('heading', { name: 'contours-44.topojson' }).count()).toBe(0);
    await openSettings(page);
    await page.getByRole('dialog').getByText('Contours officiels (contours-44.topojson)').waitFor();
  });
});
