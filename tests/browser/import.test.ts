import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { download, dropFiles, openBrowser } from './harness';

const app = openBrowser();

const total = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();
const accept = (page: Page) => page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
const tab = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Parties de l’inventaire' }).getByText(name).click();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** « Annuler » of the quiet line. */
const undo = (page: Page) => page.getByRole('button', { name: 'Annuler', exact: true }).click();

/** No fault of accessibility on the page as it stands. */
async function checkAccess(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** An empty diagnosis of Maine-et-Loire on the inventory screen. */
async function openBare() {
  const session = await app.open('?ecran=inventaire&dep=49');
  await total(session.page, '0 acteur · 0 dispositif · 0 lien');
  return session;
}

async function workbook(rows: unknown[][]): Promise<Buffer> {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Recensement');
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

const heading = ['Intitulé du lieu', 'Ville', 'Type de structure', 'Champ', 'Latitude', 'Longitude'];
const messy = [
  ['Recensement 2026 des lieux d’accueil, Maine-et-Loire'],
  [],
  heading,
  ['Foyer du Lac', 'Angers', 'Foyer jeunes', 'logement', '47,4712', '-0,5518'],
  ['Maison Bleue', 'Cholet', 'Association', 'soins psy', '47,0600', '-0,8800'],
  ['Atelier du Port', 'Saumur', 'Foyer jeunes', 'emploi', '47,2600', '-0,0770'],
];

const choose = (page: Page, name: string, rows: unknown[][]) =>
  workbook(rows).then((buffer) =>
    page.locator('.drop input[type=file]').setInputFiles({ name, mimeType: 'application/x', buffer }),
  );
const role = (page: Page, column: string) => page.getByLabel(new RegExp(`Rôle de la colonne.*${column}`));

describe('a messy workbook', () => {
  test('its mapping is changed by hand, its values given a meaning, the choices made again next time', async () => {
    const { page } = await openBare();
    await choose(page, 'recensement-2026.xlsx', messy);
    // No heading is known to give the name: it is pointed out.
    await role(page, 'Intitulé du lieu').selectOption({ label: 'Nom' });
    await page.getByText('3 lignes lues = 3 gardées').waitFor();
    await role(page, 'Champ').selectOption({ label: 'Domaines' });
    await page.getByLabel(/soins psy.*veut dire/).selectOption({ label: 'Santé, soins' });
    const kind = page.getByRole('combobox', { name: /Foyer jeunes.*veut dire/ });
    // Its list closes when the page scrolls, as a late scroll into view would make it.
    await kind.scrollIntoViewIfNeeded();
    await kind.fill('habitat');
    // By keys: the list closes when the page scrolls under it, and a key opens it again.
    await expect
      .poll(async () => {
        await kind.press('ArrowDown');
        return kind.getAttribute('aria-activedescendant');
      })
      .toBeTruthy();
    await kind.press('Enter');
    await page.getByText('Chaque valeur a sa correspondance.').waitFor();
    await checkAccess(page);

    const saved = await download(page, () => button(page, 'Enregistrer la correspondance (JSON)').click());
    expect(JSON.parse(new TextDecoder().decode(saved.bytes))).toMatchObject({
      app: 'maillage',
      headings: heading,
      choices: { fields: { 0: 'name', 3: 'domains' }, values: { domains: { 'soins psy': 'sante' } } },
    });
    await accept(page);
    await total(page, '3 acteurs · 3 dispositifs · 0 lien');
    expect(await page.getByText('dispositifs sans domaine').count()).toBe(0);
    await undo(page);
    await total(page, '0 acteur · 0 dispositif · 0 lien');

    await choose(page, 'recensement-2027.xlsx', messy);
    await page.getByText('comme la dernière fois, pour un fichier').waitFor();
    await page.getByText('3 lignes lues = 3 gardées').waitFor();
    await page.getByText('Chaque valeur a sa correspondance.').waitFor();
    await button(page, 'Oublier ces choix').click();
    await page.getByText('Indiquez').first().waitFor();
    await page
      .locator('input[type=file][accept=".json"]')
      .setInputFiles({ name: saved.name, mimeType: 'application/json', buffer: Buffer.from(saved.bytes) });
    await page.getByText('3 lignes lues = 3 gardées').waitFor();
  });
});

const lieux =
  'Nom;Commune;Adresse;Domaine\nFoyer des Alizés;Angers;12 rue du Port;logement\nFoyer des Alizes;Angers;12, rue du Port;logement\nMairie de Cholet;Cholet;;suivi\nCommune de Cholet;Cholet;1 place Travot;suivi\n';

describe('duplicates', () => {
  test('a sure group merged, a doubtful pair said different, both undone', async () => {
    const { page } = await openBare();
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByText('4 lignes lues = 4 gardées').waitFor();
    await accept(page);
    await button(page, '2 doublons probables à revoir').click();
    await page.getByRole('heading', { name: '1 groupe sûr' }).waitFor();
    await button(page, 'Foyer des Alizes').or(button(page, 'Foyer des Alizés')).first().click();
    await page
      .getByRole('region', { name: /Foyer des Aliz/ })
      .getByText('concordent')
      .first()
      .waitFor();
    const pair = page.getByRole('article', { name: /Mairie de Cholet/ });
    await pair.getByText('Pourquoi le doute').waitFor();
    await checkAccess(page);

    await button(page, 'Fusionner ce groupe').first().click();
    await total(page, '3 acteurs · 4 dispositifs · 0 lien');
    await page.getByRole('status').getByText('1 groupe fusionné.').waitFor();
    await undo(page);
    await total(page, '4 acteurs · 4 dispositifs · 0 lien');
    await page.getByRole('heading', { name: '1 groupe sûr' }).waitFor();

    // By keyboard: put off, called back, said different.
    await pair.getByRole('button', { name: 'Plus tard' }).focus();
    await page.keyboard.press('Enter');
    await pair.waitFor({ state: 'detached' });
    await button(page, 'Les revoir').focus();
    await page.keyboard.press('Enter');
    await pair.getByRole('button', { name: 'Ce sont deux acteurs' }).focus();
    await page.keyboard.press('Enter');
    await pair.waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('ils ne seront plus proposés').waitFor();
    await undo(page);
    await pair.getByRole('button', { name: 'C’est le même acteur' }).click();
    await total(page, '3 acteurs · 4 dispositifs · 0 lien');

    // Taken back later, when undo is no more: after a reload, from the card.
    await page.reload();
    await total(page, '3 acteurs · 4 dispositifs · 0 lien');
    await tab(page, 'Acteurs');
    await button(page, /^(Mairie|Commune) de Cholet$/)
      .first()
      .click();
    await page.getByRole('heading', { name: 'Fiches réunies dans celle-ci' }).waitFor();
    await button(page, 'Séparer').click();
    await total(page, '4 acteurs · 4 dispositifs · 0 lien');
  });
});

const before = 'Nom;Commune;Domaine;Places\nFoyer des Alizés;Angers;;12\nMaison Bleue;Cholet;;3\nAtelier du Port;Saumur;;4\n';
const after = 'Nom;Commune;Domaine;Places\nFoyer des Alizés;Angers;santé;15\nMaison Bleue;Cholet;;3\nNouveau lieu;Saumur;;4\n';

describe('a newer file', () => {
  async function openWithOlder() {
    const session = await openBare();
    const { page } = session;
    await dropFiles(page, 'main', { 'lieux.csv': before });
    await accept(page);
    await total(page, '3 acteurs · 3 dispositifs · 0 lien');
    await page.getByLabel(/Donner un domaine aux dispositifs/).selectOption({ label: 'Logement, hébergement' });
    await dropFiles(page, 'main', { 'lieux.csv': after });
    await page.getByRole('heading', { name: /est une version plus récente/ }).waitFor();
    return session;
  }

  test('what it changes is shown, with the conflicts, and taken as one step', async () => {
    const { page } = await openWithOlder();
    await page.getByRole('heading', { name: '1 conflit avec vos changements' }).waitFor();
    const conflict = page.getByLabel(/Foyer des Alizés, Domaines.*valeur à garder/);
    expect(await conflict.inputValue()).toBe('mine');
    await conflict.selectOption('source');
    await page.getByRole('row', { name: /Foyer des Alizés Places 12 15/ }).waitFor();
    await page.getByText('Garder « Atelier du Port »').click();
    await checkAccess(page);
    await button(page, 'Mettre à jour').click();
    await total(page, '4 acteurs · 4 dispositifs · 0 lien');
    await tab(page, 'Dispositifs');
    await page.getByRole('row', { name: /Foyer des Alizés.*15/ }).waitFor();
    await undo(page);
    await total(page, '3 acteurs · 3 dispositifs · 0 lien');
    await page.getByRole('row', { name: /Foyer des Alizés.*12/ }).waitFor();
  });

  test('it can be added as another file', async () => {
    const { page } = await openWithOlder();
    await button(page, 'Ajouter comme un autre fichier').click();
    await button(page, 'Ajouter au diagnostic').click();
    await page.getByRole('rowheader', { name: 'lieux (2).csv' }).waitFor();
    await total(page, '4 acteurs · 4 dispositifs · 0 lien');
  });
});
