import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { download, dropFiles, openBrowser, pictureOf } from './harness';

const app = openBrowser();
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByText(name, { exact: true }).click();

/** Two pairs of actors, and one alone. Fictional. */
const ties = ['de;vers;nature;annee', 'Asso A;Mission B;convention;2024', 'Foyer C;Clinique D;orientation;2025'].join('\n');
const alone = ['nom;commune;domaine', 'Club E;Nantes;mentorat'].join('\n');

async function openNetwork(
  page: Page,
  files = { 'liens.csv': ties, 'seul.csv': alone } as Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
  await dropFiles(page, 'main', files);
  const afresh = page.getByRole('button', { name: /Repartir d.un diagnostic vide/ });
  const add = page.getByRole('button', { name: 'Ajouter au diagnostic' });
  await add.or(afresh).first().waitFor();
  if (await afresh.count()) await afresh.click();
  await add.click();
  await add.waitFor({ state: 'detached' });
  await goTo(page, 'Réseau');
  await page.locator('.network-box canvas').first().waitFor();
}

/** Spots of the drawing that bear the grey of actors without a domain, in pixels of the page. */
const greySpots = (page: Page) =>
  page
    .locator('.network-box canvas')
    .first()
    .evaluate((node) => {
      const canvas = node as HTMLCanvasElement;
      const { data, width, height } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const box = canvas.getBoundingClientRect();
      const found: { x: number; y: number }[] = [];
      for (let y = 0; y < height; y += 2)
        for (let x = 0; x < width; x += 2) {
          const i = 4 * (y * width + x);
          if (data[i] !== 0x8b || data[i + 1] !== 0x94 || data[i + 2] !== 0x9e) continue;
          if (!found.some((f) => Math.hypot(f.x - x, f.y - y) < 24)) found.push({ x, y });
        }
      return found.map(({ x, y }) => ({ x: box.left + x + 2, y: box.top + y + 2 }));
    });

/** Where actors are drawn: passing over each mark tells its name. */
async function spotsOf(page: Page, names: readonly string[]): Promise<ReadonlyMap<string, { x: number; y: number }>> {
  const found = new Map<string, { x: number; y: number }>();
  await expect.poll(async () => (await greySpots(page)).length).toBeGreaterThanOrEqual(names.length);
  for (const spot of await greySpots(page)) {
    await page.mouse.move(spot.x, spot.y);
    const name = await page.locator('.hover-card strong').textContent();
    if (name && names.includes(name)) found.set(name, spot);
  }
  expect([...found.keys()].sort()).toEqual([...names].sort());
  return found;
}

const sentence = (page: Page) => page.locator('.drawing .caption').first();

describe('the network', () => {
  test('a tie drawn by a drag, undone, redone; the same by two presses and by keys on the card', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=44&rendu=canvas');
    await openNetwork(page);
    await expect.poll(() => sentence(page).textContent()).toContain('2 liens constatés');
    await page.getByRole('radio', { name: 'Relier' }).click();
    await page.getByText('Glisser d’un acteur à un autre').waitFor();
    const dialog = page.getByRole('dialog', { name: 'Ajouter un lien' });
    const spots = await spotsOf(page, ['Asso A', 'Foyer C']);
    const [a, c] = [spots.get('Asso A')!, spots.get('Foyer C')!];
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move((a.x + c.x) / 2, (a.y + c.y) / 2, { steps: 4 });
    await page.mouse.move(c.x, c.y, { steps: 4 });
    await page.mouse.up();
    await dialog.waitFor();
    await expect.poll(() => dialog.textContent()).toMatch(/De\s:\sAsso A.*Vers\s:\sFoyer C/);
    await dialog.getByRole('button', { name: 'Ajouter un lien' }).click();
    await expect.poll(() => sentence(page).textContent()).toContain('3 liens constatés');
    await page.keyboard.press('Control+z');
    await expect.poll(() => sentence(page).textContent()).toContain('2 liens constatés');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => sentence(page).textContent()).toContain('3 liens constatés');
    // Two presses do what a drag does.
    await page.keyboard.press('Control+z');
    await expect.poll(() => sentence(page).textContent()).toContain('2 liens constatés');
    const now = await spotsOf(page, ['Asso A', 'Foyer C']);
    await page.mouse.click(now.get('Asso A')!.x, now.get('Asso A')!.y);
    await page.getByText('appuyer sur l’autre acteur').waitFor();
    const last = await spotsOf(page, ['Foyer C']);
    await page.mouse.click(last.get('Foyer C')!.x, last.get('Foyer C')!.y);
    await dialog.waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('around an actor, and the path to another, said in words; by keys alone', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=44&rendu=canvas');
    await openNetwork(page);
    await page.locator('.graph-options summary').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Ouvrir la fiche d’un acteur').waitFor();
    await page.getByRole('radio', { name: 'Tableau' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Asso A' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Graphe' }).last().focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Autour de la fiche ouverte').selectOption('1');
    await expect.poll(() => sentence(page).textContent()).toContain('2 acteurs sur 2');
    await page.getByLabel('Chemin vers').selectOption({ label: 'Mission B' });
    await page.getByText(/«\sAsso A\s» et «\sMission B\s» sont liés directement/).waitFor();
    await page.getByLabel('Autour de la fiche ouverte').selectOption('0');
    await page.getByLabel('Chemin vers').selectOption({ label: 'Foyer C' });
    await page.getByText(/Aucun chemin connu entre «\sAsso A\s» et «\sFoyer C\s»/).waitFor();
    // Keys alone: a tie from the card.
    await page.getByRole('complementary').getByRole('button', { name: 'Ajouter un lien' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ajouter un lien' });
    await dialog.getByRole('button', { name: 'Ajouter un lien' }).click();
    await dialog.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
  });

  test('a suggestion kept is a wished tie with a next action, on the graph and on the map; one set aside is remembered', async () => {
    const { page } = await app.open('?ecran=carte&dep=44&couches=liens&rendu=canvas');
    await page.locator('.map-box canvas').first().waitFor();
    await expect.poll(() => page.locator('.legends').textContent()).toContain('Liens entre acteurs');
    const before = await pictureOf(page, '.map-box');
    await goTo(page, 'Réseau');
    await page.getByRole('radio', { name: 'À examiner' }).click();
    const leads = page.locator('.lead');
    await leads.first().waitFor();
    expect(await leads.count()).toBeLessThanOrEqual(10);
    const [first, second] = [await leads.nth(0).locator('h3').textContent(), await leads.nth(1).locator('h3').textContent()];
    await leads
      .first()
      .getByRole('button', { name: /^Retenir/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Ajouter un lien' });
    await expect.poll(() => dialog.getByLabel('Prochaine action').first().inputValue()).toContain('Organiser une rencontre');
    await dialog.getByRole('button', { name: 'Ajouter un lien' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => leads.first().locator('h3').textContent()).toBe(second);
    expect(await page.locator('.lead h3').allTextContents()).not.toContain(first);
    // The card of the tie says what is next.
    await page
      .getByText(/Organiser une rencontre/)
      .first()
      .waitFor();
    await leads
      .first()
      .getByRole('button', { name: /^Écarter/ })
      .click();
    await expect.poll(() => leads.first().locator('h3').textContent()).not.toBe(second);
    await page.getByText('1 piste écartée').click();
    await page.getByRole('button', { name: `Reprendre : ${second}` }).waitFor();
    await page.getByRole('radio', { name: 'Graphe' }).first().click();
    await page.getByText('lien en projet ou souhaité').waitFor();
    await expect.poll(() => sentence(page).textContent()).toContain('173 liens constatés');
    await page.keyboard.press('Escape');
    await goTo(page, 'Carte');
    await page.locator('.map-box canvas').first().waitFor();
    await expect.poll(() => pictureOf(page, '.map-box')).not.toBe(before);
  });

  test('the network exported as GEXF and read back: the same actors and ties, isolates included', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=44&rendu=canvas');
    await openNetwork(page);
    const said = await sentence(page).textContent();
    const gexf = await download(page, async () => {
      await page.getByRole('button', { name: /^Exporter : Partenariats/ }).click();
      await page.getByRole('menuitem', { name: 'Réseau, GEXF (Gephi)' }).click();
    });
    expect(gexf.name).toMatch(/^maillage-44-reseau-.*\.gexf$/);
    const again = (await app.open('?ecran=inventaire&dep=44&rendu=canvas')).page;
    await openNetwork(again, { [gexf.name]: new TextDecoder().decode(gexf.bytes) });
    await expect.poll(() => sentence(again).textContent()).toBe(said);
    await again.getByText('Sans lien connu : 1 acteur').waitFor();
  });

  test.each(['graphe', 'matrices', 'constats', 'suggestions', 'financements'])('axe finds nothing on « %s »', async (reading) => {
    const { page } = await app.open(`?ecran=reseau&dep=44&reseau=${reading}`);
    await page.locator('.lead, .findings li, .mixing-cell, .funding-figure svg, .network-box canvas').first().waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
