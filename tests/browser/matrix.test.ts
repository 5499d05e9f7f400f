import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { download, openBrowser } from './harness';

const app = openBrowser();
const reading = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click();
const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => v.id)).toEqual([]);
};
const heads = (page: Page) =>
  page.locator('.table thead th').evaluateAll((all) => all.map((th) => th.textContent?.trim()).filter(Boolean));

describe('the matrix', () => {
  test('by legal need: the six needs, what is deduced said, no mention of places; again after a change', async () => {
    const { page } = await app.open('?dep=00&ecran=besoins');
    await page.locator('.matrix-cell').first().waitFor();
    await page.getByText(/Lecture par les places/).waitFor();
    // The number of needs is that of the units by domain; where places are read, level 3 is of two sorts.
    const counted = page.getByText(/besoins relevés dans/);
    const either = page.locator('.drawing-foot').getByText('ou très insuffisante');
    await counted.waitFor();
    await either.waitFor();
    for (const other of ['Communes', 'Par besoin légal', 'Évolution']) {
      await reading(page, other);
      await expect.poll(() => counted.count()).toBe(0);
    }
    await reading(page, 'Par besoin légal');
    await reading(page, 'Territoires');
    expect(await either.count()).toBe(0);
    await page.getByText(/29 des 119 dispositifs ne disent pas leurs besoins/).waitFor();
    expect((await heads(page)).slice(-6)).toEqual(['Ressources', 'Logement', 'Emploi', 'Soins', 'Démarches', 'Socio-éducatif']);
    expect(await page.getByText(/Lecture par les places/).count()).toBe(0);
    await page.getByRole('button', { name: /Bois-Illusion, Soins : sans offre accessible repérée/ }).waitFor();
    await axe(page);

    await page.getByRole('button', { name: 'Réglages' }).click();
    const field = page.getByRole('textbox', { name: /Santé.*couvert/ }).first();
    await field.fill('1');
    await field.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Chimère Agglomération, Soins : fragile/ }).waitFor();
  });

  test('level, share or number; ranks; sorted by keyboard with the whole last; taken away', async () => {
    const { page } = await app.open('?dep=44&ecran=besoins');
    await page.locator('.matrix-cell').first().waitFor();
    const strips = page.locator('.level-strip');
    expect(await strips.count()).toBeGreaterThan(60);
    expect(await strips.first().getAttribute('aria-label')).toMatch(/\d+\s%\sau niveau \d/);
    await reading(page, 'Nombre');
    await page.getByRole('button', { name: /Santé : .*jeunes au niveau 2 ou 3, environ : .*, rang 1$/ }).waitFor();
    await axe(page);
    const cells = async () =>
      (
        await page
          .locator('.table tbody tr td:nth-child(3) .matrix-cell')
          .evaluateAll((all) => all.map((c) => c.textContent ?? ''))
      )
        .slice(0, -1)
        .map((t) => Number(t.replace(/(1er|\d+e)$/, '').replace(/\s/g, '')));
    const head = page.getByRole('columnheader', { name: 'Santé' });
    expect(await head.getAttribute('aria-sort')).toBe('none');
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const up = await cells();
    expect(up).toEqual([...up].sort((a, b) => a - b));
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const down = await cells();
    expect(down).toEqual([...down].sort((a, b) => b - a));
    expect(new Set(down).size).toBeGreaterThan(3);
    expect(await page.locator('.table tbody tr').last().textContent()).toContain('Département entier');
    await reading(page, 'Part');
    await page
      .getByRole('button', { name: /Santé : .*part des jeunes au niveau 2 ou 3 : 100\s%/ })
      .first()
      .waitFor();

    const file = await download(page, async () => {
      await page.getByRole('button', { name: /^Exporter : Besoins/ }).click();
      await page.getByRole('menuitem', { name: 'Matrice des territoires (CSV)' }).click();
    });
    expect(file.name).toMatch(/^maillage-44-matrice-.*\.csv$/);
    const lines = new TextDecoder().decode(file.bytes).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 4 * 18);
    expect(lines[0]).toContain('Part au niveau 2 ou 3 (%)');
  });

  test('the card closed before its screen is there gives the keyboard back all the same', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { page } = await app.open('?dep=44&ecran=besoins', (context) =>
      context.route(/\/MapView-[^/]*\.js$/, async (route) => {
        await held;
        await route.continue();
      }),
    );
    const cell = page.locator('.matrix-cell').nth(5);
    const name = await cell.getAttribute('aria-label');
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.locator('.focus-card h2:focus').waitFor();
    await page.keyboard.press('Escape');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe(name);
    letGo();
    await page.waitForTimeout(500);
    expect(await focused()).toBe(name);
    expect(page.url()).toContain('ecran=besoins');
  });

  test('by keyboard a cell opens its card, and the card closed gives the keyboard back to the cell', async () => {
    const { page } = await app.open('?dep=44&ecran=besoins');
    const active = () =>
      page.evaluate(() => {
        const { activeElement: e } = document;
        return `${e?.tagName} ${e?.closest('.focus-card') ? 'card' : 'page'} ${e?.getAttribute('aria-label') ?? e?.textContent}`;
      });
    const cell = page.locator('.matrix-cell').nth(5);
    const name = await cell.getAttribute('aria-label');
    const columns = (await heads(page)).length;
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect.poll(active).toMatch(/^H2 card /);
    expect(page.url()).toContain('ecran=carte');
    await page.keyboard.press('Escape');
    await expect.poll(active).toBe(`BUTTON page ${name}`);
    expect(await heads(page)).toHaveLength(columns);
    // Through another card, and by the button.
    await page.keyboard.press('Enter');
    await expect.poll(active).toMatch(/^H2 card /);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(active).toBe(`BUTTON page ${name}`);
    // A name leads to a card on the same screen; so does one of the map's table.
    for (const path of ['?dep=44&ecran=besoins', '?dep=44&ecran=carte&tableau=1']) {
      await page.goto(new URL(path, page.url()).href);
      const link = page.locator('.table tbody th button').nth(3);
      await link.focus();
      const words = await link.textContent();
      await page.keyboard.press('Enter');
      await expect.poll(active).toBe(`H2 card ${words}`);
      await page.keyboard.press('Escape');
      await expect.poll(active).toBe(`BUTTON page ${words}`);
    }
    // The pointer moves nothing.
    await page.locator('.table tbody th button').nth(4).click();
    await page.locator('.focus-card h2').waitFor();
    expect(await active()).toMatch(/^BUTTON page /);
  });

  test('commune by commune: only the rows in sight are in the page; time, sites and places; taken away by need', async () => {
    const { page } = await app.open('?dep=44&ecran=besoins');
    await reading(page, 'Communes');
    const rows = page.locator('.table tbody tr:not(.spacer)');
    await rows.first().waitFor();
    expect(await page.locator('.table').getAttribute('aria-rowcount')).toBe('208');
    expect(await rows.count()).toBeLessThanOrEqual(60);
    expect(await page.getByRole('radio', { name: 'Places pour 1 000' }).count()).toBe(0);
    await reading(page, 'Temps');
    const head = page.getByRole('columnheader', { name: 'Logement' });
    await head.getByRole('button').click();
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const minutes = (await rows.locator('td:nth-child(5)').allTextContents()).map((t) => Number.parseInt(t, 10));
    expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
    const first = await rows.first().locator('th').textContent();
    await page.locator('.table-frame').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
    await expect.poll(() => rows.first().locator('th').textContent()).not.toBe(first);
    await axe(page);

    await reading(page, 'Par besoin légal');
    await page.getByRole('columnheader', { name: 'Démarches' }).waitFor();
    const file = await download(page, async () => {
      await page.getByRole('button', { name: /^Exporter : Besoins/ }).click();
      await page.getByRole('menuitem', { name: 'Toutes les communes (CSV)' }).click();
    });
    const lines = new TextDecoder().decode(file.bytes).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 207 * 6);
    expect(lines.some((l) => l.includes('Démarches administratives'))).toBe(true);
  });

  test('places per thousand where they are read, in English too', async () => {
    const { page } = await app.open('?dep=00&ecran=besoins&langue=en');
    await reading(page, 'Communes');
    await reading(page, 'Places per 1,000');
    const town = page.getByRole('row', { name: /^Chimère-Ville/ });
    await expect.poll(() => town.locator('td').nth(2).textContent()).toMatch(/^–/);
    expect(await town.locator('td').nth(3).textContent()).toMatch(/^\d+\.\d\s*level \d/);
    await axe(page);
  });
});
