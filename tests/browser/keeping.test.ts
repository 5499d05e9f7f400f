import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { download, dropFiles, openBrowser, refuseStorage } from './harness';

const app = openBrowser();
const lieux = 'Nom;Commune;Domaine\nFoyer des Alizés;Saint-Nazaire;logement\nMaison de l’Erdre;Nort-sur-Erdre;santé\n';
const autres = 'Nom;Commune;Domaine\nAtelier du Port;Saint-Nazaire;emploi\n';
const manyRows = `Nom;Commune;Domaine\n${Array.from({ length: 60_000 }, (_, i) => `Lieu ${i};Nantes;santé`).join('\n')}\n`;

const chooseDepartement = async (page: Page, name: string) => {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Département/ })
    .click();
  await page.getByRole('option', { name, exact: true }).click();
};
const total = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();

describe('nothing is lost without a word', () => {
  test('kept by nothing, the work is asked about before it gives way; the project saved opens again', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=49', refuseStorage);
    await total(page, '0 acteur · 0 dispositif · 0 lien');
    await chooseDepartement(page, 'Loire-Atlantique (44)');
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');

    await chooseDepartement(page, 'Maine-et-Loire (49)');
    await page.getByRole('dialog').getByText('« Loire-Atlantique » (2 acteurs, 2 dispositifs, 0 lien)').waitFor();
    await page.keyboard.press('Escape');
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');

    await chooseDepartement(page, 'Maine-et-Loire (49)');
    const project = await download(page, () => page.getByRole('button', { name: 'Enregistrer, puis continuer' }).click());
    await page.getByText('0 acteur · 0 dispositif · 0 lien').waitFor();
    expect(project.name).toMatch(/^maillage-44-projet-.*\.maillage$/);

    await page
      .locator('input[type=file][accept*=maillage]')
      .first()
      .setInputFiles({ name: project.name, mimeType: 'application/gzip', buffer: Buffer.from(project.bytes) });
    await page.getByText('Projet « Loire-Atlantique » ouvert.').waitFor();
    await page.getByRole('navigation', { name: 'Écrans' }).getByText('Inventaire', { exact: true }).click();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');
  });

  test('a département chosen and files dropped before the first document is open: both wait for their turn', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=49', async (context) => {
      await context.route('**/territoire-*.json', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.continue();
      });
    });
    await chooseDepartement(page, 'Loire-Atlantique (44)');
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByText('2 lignes lues = 2 gardées').waitFor();
    await page.waitForTimeout(1500);
    expect(await page.getByText('2 lignes lues = 2 gardées').count()).toBe(1);
    expect(page.url()).toContain('dep=44');
  });

  test('files dropped beside a draft join it; two of one name are told apart', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=49');
    await chooseDepartement(page, 'Loire-Atlantique (44)');
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByText('2 lignes lues = 2 gardées').waitFor();
    await dropFiles(page, 'main', { 'lieux.csv': autres });
    await page.getByRole('heading', { name: 'lieux (2).csv' }).waitFor();
    await page.getByText('À ajouter : 3 acteurs, 3 dispositifs, 0 lien.').waitFor();
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await total(page, '3 acteurs · 3 dispositifs · 0 lien');
    await page.getByRole('button', { name: 'Retirer « lieux (2).csv » du diagnostic' }).click();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');
  });

  test('a project dropped among other files is not read as an inventory', async () => {
    const { page } = await app.open('?ecran=inventaire');
    await total(page, '160 acteurs · 136 dispositifs · 173 liens');
    await dropFiles(page, 'main', { 'lieux.csv': lieux, 'travail.maillage': '{"app":"maillage"}' });
    await page.getByText('« travail.maillage » est un projet').waitFor();
    expect(await page.getByRole('button', { name: 'Ajouter au diagnostic' }).count()).toBe(0);
  });

  test('a long reading can be stopped; what is dropped meanwhile is answered in a sentence', async () => {
    const { page } = await app.open('?ecran=inventaire');
    await page.getByText('160 acteurs').first().waitFor();
    await dropFiles(page, 'main', { 'longue.csv': manyRows });
    await page.getByRole('button', { name: 'Annuler la lecture' }).waitFor();
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByText('Un travail est en cours').waitFor();
    await page.getByRole('button', { name: 'Annuler la lecture' }).click();
    await total(page, '160 acteurs · 136 dispositifs · 173 liens');
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByText('2 lignes lues = 2 gardées').waitFor();
  });

  test('where the browser refuses to keep anything, it is said and the project can be saved', async () => {
    const { page } = await app.open('?ecran=inventaire', refuseStorage);
    await total(page, '160 acteurs · 136 dispositifs · 173 liens');
    expect(await page.getByText('ne garde pas le travail').count()).toBe(0);
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await page.getByText('ne garde pas le travail').waitFor();
    const project = await download(page, () => page.getByRole('main').getByText('Enregistrer le projet').click());
    expect(project.name).toContain('projet');
  });
});

describe('workbooks', () => {
  test('the sheet to read can be chosen', async () => {
    const { page } = await app.open('?ecran=inventaire');
    await page.getByText('160 acteurs').first().waitFor();
    const { utils, write } = await import('@e965/xlsx');
    const book = utils.book_new();
    const sheet = (rows: unknown[][], name: string) => utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
    sheet(
      [['Inventaire 2026 de La Maille'], [], ['Nom', 'Commune', 'Latitude', 'Longitude'], ['Foyer', 'Nantes', '47,21', '-1,55']],
      'Lieux',
    );
    sheet(
      [
        ['Nom', 'Commune'],
        ['Un', 'Rezé'],
        ['Deux', 'Vertou'],
        ['Trois', 'Orvault'],
      ],
      'Autres lieux',
    );
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' });
    await page
      .locator('.drop input[type=file]')
      .setInputFiles({ name: 'inventaire.xlsx', mimeType: 'application/x', buffer: bytes });
    await page.getByText('3 lignes lues = 3 gardées').waitFor();
    await page.getByLabel('Feuille lue dans « inventaire.xlsx »').selectOption('Lieux');
    await page.getByText('1 ligne lue = 1 gardée').waitFor();
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await total(page, '161 acteurs · 137 dispositifs · 173 liens');
  });
});
