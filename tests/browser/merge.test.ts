import { gunzipSync, gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { download, dropFiles, openBrowser } from './harness';

const app = openBrowser();
const lieux = 'Nom;Commune;Domaine;Places\nLieu 01;Nantes;logement;1\nLieu 02;Nantes;logement;2\nLieu 03;Nantes;santé;3\n';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const tab = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Parties de l’inventaire' }).getByText(name).click();
const placesOf = (page: Page, row: string) =>
  page.getByRole('row', { name: new RegExp(`^Choisir la ligne ${row}`) }).locator('[aria-colindex="8"]');

async function openSchemes() {
  const session = await app.open('?dep=85&ecran=inventaire');
  const { page } = session;
  await dropFiles(page, 'main', { 'lieux.csv': lieux });
  await button(page, 'Ajouter au diagnostic').click();
  await tab(page, /^Dispositifs/);
  await page.getByRole('grid', { name: 'Dispositifs' }).waitFor();
  return session;
}

async function savedProject(page: Page): Promise<Diagnosis> {
  await button(page, /^Exporter le diagnostic|^Exporter$/)
    .first()
    .click();
  const { bytes } = await download(page, () => page.getByRole('menuitem', { name: /^Enregistrer le projet/ }).click());
  const read = decodeProject(gunzipSync(bytes).toString('utf8'));
  if (!read.ok) throw new Error(read.fault.detail);
  return read.value;
}

async function chooseProject(page: Page, diagnosis: Diagnosis) {
  await tab(page, /^Fichiers/);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    button(page, 'Fusionner un autre fichier de projet…').click(),
  ]);
  await chooser.setFiles({ name: 'collegue.maillage', mimeType: 'application/gzip', buffer: gzipSync(encodeProject(diagnosis)) });
}

describe('two project files', () => {
  test('what the other brings is told, conflicts are settled one by one, and the whole is one step', async () => {
    const { page } = await openSchemes();
    const shared = await savedProject(page);
    const idOf = (name: string) => shared.inventory.schemes.find((s) => s.name === name)!.id;
    const edit = (name: string, changes: Record<string, unknown>) => ({
      type: 'editRecords' as const,
      kind: 'schemes' as const,
      edits: [{ id: idOf(name), changes }],
      on: '2020-01-01T10:00:00',
      by: 'Bea',
    });
    const theirs = [
      edit('Lieu 01', { places: 60 }),
      edit('Lieu 02', { places: 20 }),
      {
        type: 'addRecords' as const,
        inventory: {
          actors: [{ id: 'a-new', name: 'Repairs! Essai', kind: 'entraide-pairs' as const, source: { file: '', row: 0 } }],
        },
        on: '2020-01-01T10:00:00',
      },
    ].reduce(apply, shared);

    // Meanwhile here: the same cell says otherwise.
    await placesOf(page, 'Lieu 01').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('50');
    await page.keyboard.press('Enter');

    await chooseProject(page, theirs);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Il apporte 1 acteur, 0 lieu, 0 dispositif, 0 lien').waitFor();
    await dialog
      .getByText(/^1 conflit/)
      .first()
      .waitFor();
    await dialog.getByRole('row', { name: /Lieu 01.*Places 50 60/ }).waitFor();
    const choice = dialog.getByLabel(/À garder pour Lieu 01/);
    // The later of the two is suggested: ours.
    expect(await choice.inputValue()).toBe('mine');
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map((v) => v.id)).toEqual([]);
    await choice.selectOption({ label: 'l’autre fichier' });
    await button(page, 'Fusionner').click();
    await page.getByText('« collegue.maillage » est fusionné.').waitFor();
    await tab(page, /^Dispositifs/);
    await expect.poll(() => placesOf(page, 'Lieu 01').innerText()).toBe('60');
    expect(await placesOf(page, 'Lieu 02').innerText()).toBe('20');
    await page.getByText('4 acteurs · 3 dispositifs').waitFor();
    await button(page, /^Annuler la dernière/).click();
    await page.getByText('3 acteurs · 3 dispositifs').waitFor();
    await expect.poll(() => placesOf(page, 'Lieu 01').innerText()).toBe('50');
  });

  test('one of another département is said and left', async () => {
    const { page } = await openSchemes();
    const shared = await savedProject(page);
    await chooseProject(page, { ...shared, departement: '44' });
    await page.getByText(/porte sur un autre département \(44\)/).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
