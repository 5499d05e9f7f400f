import { gunzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { decodeProject } from '../../src/document/projectFile';
import { download, dropFiles, openBrowser } from './harness';

const app = openBrowser();
const lieux = 'Nom;Commune;Domaine;Places\nLieu 01;Nantes;logement;4\nLieu 02;Nantes;logement;\nLieu 03;Nantes;logement;\n';

const tab = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Parties de l’inventaire' }).getByText(name).click();
const cell = (page: Page, row: string, column: string) =>
  page.getByRole('row', { name: new RegExp(`^Choisir la ligne ${row}`) }).locator(`[aria-colindex="${column}"]`);
const part = (page: Page, name: string) => page.getByRole('radiogroup', { name: 'Recensement' }).getByText(name).click();
const places = /Voir .* : Non renseigné : Places/;

async function openInventory() {
  const session = await app.open('?dep=44&ecran=inventaire');
  const { page } = session;
  await page
    .getByRole('button', { name: 'Explorer', exact: true })
    .click({ timeout: 3000 })
    .catch(() => {});
  await dropFiles(page, 'main', { 'lieux.csv': lieux });
  await page
    .getByRole('button', { name: /^Repartir d’un diagnostic vide/ })
    .click({ timeout: 3000 })
    .catch(() => {});
  await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
  await tab(page, /^Recensement/);
  return session;
}

const countsOf = async (page: Page) => {
  const said = await page.getByText(/points? = .* faits? \+ .* restants?/).innerText();
  return [...said.matchAll(/\d+/g)].map(([n]) => Number(n));
};

describe('the work left on the inventory', () => {
  test('a line opens exactly its records; one that is completed leaves the list; the filter is taken off', async () => {
    const { page } = await openInventory();
    await part(page, 'Travail restant');
    const [total, done, left] = await countsOf(page);
    expect(done! + left!).toBe(total);
    await page.getByRole('button', { name: places }).click();
    await page.getByRole('status').getByText('2 sur 3 lignes').waitFor();
    await page.getByText('Seulement : Non renseigné : Places').waitFor();
    await cell(page, 'Lieu 02', '8').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'Lieu 02', '8').innerText()).toBe('12');
    await page.getByRole('button', { name: 'Tout montrer' }).click();
    await page.getByRole('status').getByText('3 lignes').waitFor();
    await tab(page, /^Recensement/);
    expect(await countsOf(page)).toEqual([total, done! + 1, left! - 1]);
    expect(await page.getByRole('button', { name: places }).innerText()).toBe('Voir 1 fiche');
    const results = await new AxeBuilder({ page }).analyze();
    expect(results.violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
  });

  test('the date of a census and the list it was checked against are entered, and told with the work left there', async () => {
    const { page } = await openInventory();
    await page.getByLabel('Recensement de Nantes Métropole, Logement', { exact: true }).selectOption('complet');
    await page.getByRole('button', { name: 'Date et liste du recensement de Nantes Métropole, Logement' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Date du recensement').fill('demain');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Il faut une date.').waitFor();
    await dialog.getByLabel('Date du recensement').fill('12/05/2026');
    await dialog.getByLabel('Contrôlé avec la liste').fill('liste des FJT');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('12 mai 2026, liste des FJT').waitFor();
    await page.getByRole('button', { name: /^Nantes Métropole, Logement : .* à reprendre/ }).click();
    await page
      .getByText('Recensement de Nantes Métropole, Logement : réputé complet, le 12 mai 2026, contrôlé avec « liste des FJT ».')
      .waitFor();
  });
});

const choose = async (page: Page, within: string, label: string, option: string) => {
  await page
    .locator(within)
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

describe('the register of documents', () => {
  test('an objective attached to a need is told on its card; without notes, the project is handed to anybody', async () => {
    const { page } = await openInventory();
    await page.getByLabel('Tout le département, Logement').selectOption('partiel');
    await part(page, 'Documents');
    await page.getByRole('button', { name: 'Ajouter un document' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Titre').fill('Schéma 2024-2028');
    await dialog.getByLabel('Date').fill('01/06/2024');
    await dialog.getByRole('button', { name: 'Ajouter un objectif' }).click();
    await dialog.getByLabel('Objectif', { exact: true }).fill('ouvrir dix places en FJT');
    await choose(page, '[role=dialog]', 'Domaine du besoin', 'Logement');
    await dialog.getByRole('button', { name: 'Rattacher ce besoin' }).click();
    await dialog.getByRole('listitem').getByText('Logement, Tout le territoire').waitFor();
    const results = await new AxeBuilder({ page }).analyze();
    expect(results.violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('row', { name: /Schéma 2024-2028.*1 objectif/ }).waitFor();

    await page.getByRole('button', { name: 'Exporter', exact: true }).first().click();
    const file = await download(page, () => page.getByRole('menuitem', { name: /^Copie publique du projet/ }).click());
    const read = decodeProject(gunzipSync(file.bytes).toString('utf8'));
    expect(read.ok && read.value.inventory.schemes).toHaveLength(3);
    expect(read.ok && read.value.documents?.map((d) => d.title)).toEqual(['Schéma 2024-2028']);

    await page.getByRole('link', { name: 'Besoins' }).click();
    await page
      .getByRole('button', { name: /, Logement : (offre insuffisante|sans offre accessible)/ })
      .first()
      .click();
    await page
      .locator('.focus-card')
      .getByText('Objectif du schéma départemental : ouvrir dix places en FJT (« Schéma 2024-2028 », 1 juin 2024)')
      .waitFor();
  });
});

describe('since a dated state', () => {
  test('the tables say what is new, changed and gone; the network marks what is new, with its legend', async () => {
    const { page } = await openInventory();
    await page.getByRole('link', { name: 'Besoins' }).click();
    await page.getByRole('radio', { name: 'Évolution' }).click();
    await page.getByLabel('Nom de l’état').fill('Commission');
    await page.getByRole('button', { name: 'Prendre un état daté' }).click();
    await page.getByRole('button', { name: 'Comparer à « Commission »' }).click();
    await page.getByRole('heading', { name: /^Depuis l’état « Commission »/ }).waitFor();
    await page.getByRole('link', { name: 'Inventaire' }).click();
    await tab(page, /^Dispositifs/);
    await page.getByText('Depuis « Commission » : 0 nouveau · 0 modifié · 3 inchangés · 0 retiré').waitFor();
    await cell(page, 'Lieu 02', '9').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    await expect.poll(() => cell(page, 'Lieu 02', '3').innerText()).toMatch(/^modifié\s: Places$/);
    await page
      .getByRole('row', { name: /^Choisir la ligne Lieu 03/ })
      .getByRole('checkbox')
      .check();
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByText(/0 nouveau · 1 modifié · 1 inchangé · 1 retiré \(.*Lieu 03/).waitFor();
    await tab(page, /^Acteurs/);
    await page.getByRole('button', { name: 'Ajouter un acteur' }).click();
    await page.getByRole('dialog').getByLabel('Nom', { exact: true }).fill('Repairs! Essai');
    await page.getByRole('dialog').getByRole('button', { name: 'Ajouter un acteur' }).click();
    await expect.poll(() => cell(page, 'Repairs! Essai', '3').innerText()).toBe('nouveau');
    await page.getByRole('link', { name: 'Réseau' }).click();
    await page.getByText('nouveau depuis « Commission » : 1 acteur, 0 lien').waitFor();
  });
});
