import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { download, dropFiles, openBrowser } from './harness';

const app = openBrowser();
const rows = Array.from({ length: 12 }, (_, i) => `Lieu ${String(i + 1).padStart(2, '0')};Nantes;logement;${i + 1}`);
const lieux = `Nom;Commune;Domaine;Places\n${rows.join('\n')}\n`;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const tab = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Parties de l’inventaire' }).getByText(name).click();
const cell = (page: Page, row: string, column: string) =>
  page.getByRole('row', { name: new RegExp(`^Choisir la ligne ${row}`) }).locator(`[aria-colindex="${column}"]`);
const undo = (page: Page) => page.getByRole('button', { name: /^Annuler la dernière/ }).click();

/** Pastes a text where the keyboard is, as from a spreadsheet. */
const paste = (page: Page, text: string) =>
  page.evaluate((clipboard) => {
    const data = new DataTransfer();
    data.setData('text/plain', clipboard);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

async function openSchemes() {
  const session = await app.open('?dep=44&ecran=inventaire');
  const { page } = session;
  await page
    .getByRole('button', { name: 'Explorer', exact: true })
    .click({ timeout: 3000 })
    .catch(() => {});
  await dropFiles(page, 'main', { 'lieux.csv': lieux });
  await button(page, /^Repartir d’un diagnostic vide/)
    .click({ timeout: 3000 })
    .catch(() => {});
  await button(page, 'Ajouter au diagnostic').click();
  await tab(page, /^Dispositifs/);
  await page.getByRole('grid', { name: 'Dispositifs' }).waitFor();
  return session;
}

const shown = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
const places = '8';
const placesOf = (page: Page, row: string) => cell(page, row, places).innerText();

async function type(page: Page, row: string, column: string, text: string) {
  await cell(page, row, column).click();
  await page.keyboard.press('F2');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe('the table of schemes', () => {
  test('a cell is edited in place; what cannot be read is said and left; twenty steps are undone, redone, kept', async () => {
    const { page } = await openSchemes();
    await type(page, 'Lieu 01', places, 'douze');
    await page.getByText('Places : « douze » n’est pas lu').waitFor();
    expect(await placesOf(page, 'Lieu 01')).toBe('1');
    for (let n = 1; n <= 20; n++) await type(page, 'Lieu 02', places, String(100 + n));
    expect(await placesOf(page, 'Lieu 02')).toBe('120');
    for (let n = 1; n <= 20; n++) await page.keyboard.press('Control+z');
    await expect.poll(() => placesOf(page, 'Lieu 02')).toBe('2');
    for (let n = 1; n <= 20; n++) await page.keyboard.press('Control+y');
    await expect.poll(() => placesOf(page, 'Lieu 02')).toBe('120');
    await page.waitForTimeout(300);
    await page.reload();
    await tab(page, /^Dispositifs/);
    await expect.poll(() => placesOf(page, 'Lieu 02')).toBe('120');
  });

  test('ten rows of a spreadsheet are pasted: those there are edited, the others added, in one step', async () => {
    const { page } = await openSchemes();
    await page.getByRole('columnheader', { name: /Nom/ }).getByText('Nom').click();
    await cell(page, 'Lieu 09', '2').click({ position: { x: 250, y: 10 } });
    const pasted = Array.from({ length: 10 }, (_, i) => `Collé ${i + 1}\tLieu 01\t\tlogement\tASE\tRezé`).join('\r\n');
    await paste(page, pasted);
    await page.getByText('Collé : 4 lignes modifiées, 6 lignes ajoutées').waitFor();
    await page.getByText(/colonnes laissées, car elles ne se modifient pas dans cette table : Commune/).waitFor();
    await shown(page, '18 lignes');
    await undo(page);
    await shown(page, '12 lignes');
    expect(await page.getByRole('row', { name: /^Choisir la ligne Lieu 09/ }).count()).toBe(1);
  });

  test('rows chosen are changed together, duplicated, deleted', async () => {
    const { page } = await openSchemes();
    await page.getByLabel('Filtrer : Nom').fill('lieu 0');
    await shown(page, '9 sur 12 lignes');
    await page.getByLabel('Choisir toutes les lignes').check();
    await shown(page, '9 lignes choisies');
    await button(page, 'Modifier la sélection').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Champ/ }).click();
    await page.getByRole('option', { name: 'Places', exact: true }).click();
    await dialog.getByLabel('Nouvelle valeur').fill('7');
    await button(page, 'Appliquer').click();
    await page.getByText('9 lignes modifiées.').waitFor();
    expect(await placesOf(page, 'Lieu 03')).toBe('7');
    await page.getByLabel('Filtrer : Nom').fill('');
    expect(await placesOf(page, 'Lieu 10')).toBe('10');
    await button(page, 'Dupliquer').click();
    await shown(page, '21 lignes');
    await button(page, 'Supprimer').click();
    await shown(page, '12 lignes');
    await undo(page);
    await shown(page, '21 lignes');
  });

  test('by keyboard alone: move, edit from a list, choose a row, sort; what is seen is exported; axe finds nothing', async () => {
    const { page } = await openSchemes();
    await cell(page, 'Lieu 01', '3').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Santé, soins' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell(page, 'Lieu 01', '5').innerText()).toBe('Santé, soins ; Logement, hébergement');
    await page.keyboard.press('Space');
    await shown(page, '1 ligne choisie');
    const results = await new AxeBuilder({ page }).analyze();
    expect(results.violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
    await button(page, 'Exporter la table').click();
    const file = await download(page, () => page.getByRole('menuitem', { name: /CSV pour Excel/ }).click());
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
    expect(text.startsWith('\ufeffNom;Acteur;')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(13);
  });

  test('an actor is added; one that looks like it is told first', async () => {
    const { page } = await openSchemes();
    await tab(page, /^Acteurs/);
    await button(page, 'Ajouter un acteur').click();
    await page.getByRole('dialog').getByLabel('Nom', { exact: true }).fill('lieu 01');
    await page.getByText('Un acteur ressemblant existe déjà').waitFor();
    await page.getByRole('dialog').getByLabel('Nom', { exact: true }).fill('Repairs! Essai');
    await page.getByRole('dialog').getByRole('button', { name: 'Ajouter un acteur' }).click();
    await page.getByRole('heading', { name: 'Repairs! Essai' }).waitFor();
    await shown(page, '13 lignes');
  });

  test('from a card: a tie learnt by telephone is added and opens; the place of a scheme is on a small map', async () => {
    const { page } = await openSchemes();
    await page.getByRole('button', { name: 'Lieu 01', exact: true }).first().click();
    const card = page.locator('.focus-card');
    await card.getByText('1 au chef-lieu de la commune (cercle)').waitFor();
    await card.locator('figure svg').waitFor();
    await tab(page, /^Acteurs/);
    await page.getByRole('button', { name: 'Lieu 02', exact: true }).first().click();
    await card.getByRole('button', { name: 'Ajouter un lien' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('De : Lieu 02').waitFor();
    await dialog.getByLabel('Vers', { exact: true }).fill('Lieu 03');
    await dialog.getByRole('button', { name: 'Ajouter un lien' }).click();
    await page.getByText('« Lieu 02 – Lieu 03 » ajouté.').waitFor();
    await card.getByText('Lien entre deux acteurs').waitFor();
    const results = await new AxeBuilder({ page }).analyze();
    expect(results.violations.map((v) => v.id)).toEqual([]);
  });
});
