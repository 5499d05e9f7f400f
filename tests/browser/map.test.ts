import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openBrowser, pictureOf } from './harness';

const ign = 'https://data.geopf.fr';
const app = openBrowser({ allowed: [ign] });

/** A transparent pixel. */
const tile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
async function serveTiles(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route(`${ign}/**`, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: tile, contentType: 'image/png', headers: { 'access-control-allow-origin': '*' } });
  });
  return asked;
}

const drawn = async (page: Page) => {
  await page.locator('.map-box canvas').first().waitFor();
  await page.waitForTimeout(800);
};

describe('the map', () => {
  test('two domains side by side look at the same place; the legend filters both; axe finds nothing', async () => {
    const { page } = await app.open('?ecran=carte&dep=44&domaine=logement&rendu=canvas');
    await drawn(page);
    await page.getByRole('combobox', { name: 'Comparer à…' }).selectOption({ label: 'Comparer à : Emploi' });
    await page.getByRole('heading', { name: 'Emploi', exact: false, level: 2 }).waitFor();
    await expect.poll(() => page.locator('.map-box').count()).toBe(2);
    expect(page.url()).toContain('comparer=emploi');
    await drawn(page);
    const second = () => pictureOf(page, '.pane:nth-child(2) .map-box');
    const [before, scale] = [await second(), await page.locator('.scale-bar').nth(1).innerText()];
    await page.getByRole('button', { name: 'Agrandir' }).first().click();
    await page.getByRole('button', { name: 'Agrandir' }).first().click();
    await expect.poll(second).not.toBe(before);
    const zoomed = await page.locator('.scale-bar').allInnerTexts();
    expect(zoomed[1]).toBe(zoomed[0]);
    expect(zoomed[1]).not.toBe(scale);
    // And the other way round.
    await page
      .getByRole('button', { name: /Voir tout/ })
      .nth(1)
      .click();
    await expect.poll(() => page.locator('.scale-bar').allInnerTexts()).toEqual([scale, scale]);
    const whole = await second();
    await page
      .getByRole('button', { name: /sans offre accessible/ })
      .first()
      .click();
    await expect.poll(second).not.toBe(whole);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
    await page.getByRole('radio', { name: 'Tableau' }).click();
    await expect.poll(() => page.getByRole('table').count()).toBe(2);
    await page.getByRole('combobox', { name: 'Comparer à…' }).selectOption({ label: 'Une seule carte' });
    await expect.poll(() => page.getByRole('table').count()).toBe(1);
  });

  test.each(['canvas', 'webgl'])('%s: a second map begins where the first looks, and does not move it', async (renderer) => {
    const { page } = await app.open(`?ecran=carte&dep=44&domaine=logement&rendu=${renderer}`);
    await drawn(page);
    const zoom = page.getByRole('button', { name: 'Agrandir' }).first();
    for (let i = 0; i < 4; i++) {
      await zoom.click();
      await page.waitForTimeout(250);
    }
    await page.locator('.map-box').focus();
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('ArrowLeft');
      await page.waitForTimeout(150);
    }
    /** Commune in the middle of a map. */
    const middle = async (i: number) => {
      const box = (await page.locator('.map-box').nth(i).boundingBox())!;
      await page.mouse.move(box.x + box.width / 2 + 2, box.y + box.height / 2);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      return page.locator('.pane').nth(i).locator('.hover-card strong').innerText();
    };
    const seen = await middle(0);
    await page.getByRole('combobox', { name: 'Comparer à…' }).selectOption({ label: 'Comparer à : Emploi' });
    await expect.poll(() => page.locator('.map-box canvas').count()).toBe(2);
    await drawn(page);
    expect([await middle(0), await middle(1)]).toEqual([seen, seen]);
    const [first, second] = await page.locator('.scale-bar').allInnerTexts();
    expect(second).toBe(first);
  });

  test.each(['canvas', 'webgl'])(
    '%s: two maps opened at once show the whole, and still do in another frame',
    async (renderer) => {
      const { page } = await app.open(`?ecran=carte&dep=44&domaine=sante&comparer=emploi&rendu=${renderer}`);
      await expect.poll(() => page.locator('.map-box canvas').count()).toBe(2);
      await drawn(page);
      const kmAcross = async () => {
        const bars = await page.locator('.scale-bar').all();
        const boxes = await page.locator('.map-box').all();
        return Promise.all(
          bars.map(async (bar, i) => {
            const [km, rule, box] = await Promise.all([
              bar.innerText(),
              bar.locator('.rule').boundingBox(),
              boxes[i]!.boundingBox(),
            ]);
            return (Number.parseInt(km, 10) / rule!.width) * Math.min(box!.width, box!.height);
          }),
        );
      };
      // The département is some 120 km wide.
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        await drawn(page);
        for (const km of await kmAcross()) {
          expect(km).toBeGreaterThan(90);
          expect(km).toBeLessThan(200);
        }
      }
    },
  );

  test('filtered by stage of the way out: counts said, marks fewer, levels untouched, kept in the address', async () => {
    const { page } = await app.open('?ecran=carte&dep=44&domaine=emploi&rendu=canvas');
    await drawn(page);
    const before = await pictureOf(page, '.map-box');
    await page.getByRole('button', { name: /^Étapes/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /21-25 ans/ }).click();
    await page.keyboard.press('Escape');
    await page.getByText(/Emploi · 21-25\sans\s: suivi · \d+\sdispositifs? · les niveaux restent lus/).waitFor();
    expect(page.url()).toContain('etapes=21-25');
    await expect.poll(() => pictureOf(page, '.map-box')).not.toBe(before);
    await page.getByRole('button', { name: 'Tout montrer' }).click();
    await expect.poll(() => pictureOf(page, '.map-box')).toBe(before);
  });

  test('circles and ties are drawn on demand', async () => {
    const { page } = await app.open('?ecran=carte&dep=44&domaine=emploi&rendu=canvas');
    await drawn(page);
    let last = await pictureOf(page, '.map-box');
    for (const name of [/Cercles/, /Liens/]) {
      await page.getByRole('button', { name: /^Affichage/ }).click();
      await page.getByRole('menuitemcheckbox', { name }).click();
      await page.keyboard.press('Escape');
      await expect.poll(() => pictureOf(page, '.map-box')).not.toBe(last);
      last = await pictureOf(page, '.map-box');
    }
    await page.getByText(/Un cercle par commune/).waitFor();
    expect(page.url()).toContain('couches=cercles,liens');
  });

  test('the online map is asked of its host at the user’s word only, and its source is printed', async () => {
    let asked: string[] = [];
    const { page } = await app.open('?ecran=carte&dep=44&domaine=emploi&rendu=webgl', async (context) => {
      asked = await serveTiles(context);
    });
    await drawn(page);
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: /^Affichage/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /Plan IGN.*data\.geopf\.fr/ }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(asked.every((url) => url.includes('LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2'))).toBe(true);
    await page.getByText(/Plan IGN © IGN/).waitFor();
    // Not in the address: a link never switches the network on.
    expect(page.url()).not.toMatch(/ign|basemap|geopf/i);
    await page.getByRole('button', { name: /^Affichage/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /Plan IGN/ }).click();
    await page.keyboard.press('Escape');
    await page.getByText(/Plan IGN © IGN/).waitFor({ state: 'detached' });
    const count = asked.length;
    await page.getByRole('button', { name: 'Agrandir' }).click();
    await page.waitForTimeout(600);
    expect(asked).toHaveLength(count);
  });

  test('copied to the clipboard as a picture to be printed; refused by the browser, this is said', async () => {
    const { page, context } = await app.open('?ecran=carte&dep=44&domaine=sante&rendu=canvas');
    await drawn(page);
    const copy = async () => {
      await page.getByRole('button', { name: /^Exporter : / }).click();
      await page.getByRole('menuitem', { name: 'Copier l’image' }).click();
    };
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await copy();
    await page.getByText('Image copiée').waitFor();
    const width = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await createImageBitmap(await item!.getType('image/png'))).width;
    });
    expect(width).toBeGreaterThan(2000);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('refusé', 'NotAllowedError'));
    });
    await copy();
    await page.getByText('n’a pas laissé copier l’image').waitFor();
  });

  test('by keyboard from a cell of the matrix to its sentence, to the map, to the rows behind it', async () => {
    const { page } = await app.open('?ecran=besoins&dep=44');
    await page.locator('.matrix-cell').first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    for (let i = 0; i < 60 && !/sans offre accessible/.test(await focused()); i++) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/sans offre accessible/);
    await page.keyboard.press('Enter');
    const card = page.getByRole('complementary');
    await card.getByRole('heading', { level: 2 }).waitFor();
    expect(await card.getByRole('heading', { level: 2 }).innerText()).toMatch(/jeunes de 18 à 24 ans/);
    // The cell leads to the map, and the keyboard to the card; F6 goes to and fro.
    expect(page.url()).toContain('ecran=carte');
    await drawn(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('F6');
    expect(await focused()).toBe('Fiche');
    await card.getByText(/dispositifs\.csv, ligne \d+/).waitFor();
    // On to the scheme that is nearest, a row of the inventory with its own card.
    const sentence = await card.getByRole('heading', { level: 2 }).innerText();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => card.getByRole('heading', { level: 2 }).innerText()).not.toBe(sentence);
    expect(page.url()).toMatch(/focus=dispositif/);
    // The row behind it: file and line, in the card.
    await card.getByText(/dispositifs\.csv, ligne \d+/).waitFor();
  });
});
