import { gunzipSync, gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { download, dropFiles, openBrowser } from './harness';

const app = openBrowser();
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByText(name, { exact: true }).click();

/** Health places, one of them at an end of its territory; later two more at the other end. Fictional. */
const first = ['nom;commune;domaine', 'Essai Nantes;Nantes;sante', 'Essai Rezé;Rezé;sante', 'Essai Soudan;Soudan;sante'].join(
  '\n',
);
const later = ['nom;commune;domaine', 'Essai Châteaubriant;Châteaubriant;sante', 'Essai Derval;Derval;sante'].join('\n');

async function startWith(page: Page, name: string, csv: string): Promise<void> {
  await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
  await dropFiles(page, 'main', { [name]: csv });
  const afresh = page.getByRole('button', { name: /Repartir d.un diagnostic vide/ });
  const add = page.getByRole('button', { name: 'Ajouter au diagnostic' });
  await add.or(afresh).first().waitFor();
  if (await afresh.count()) await afresh.click();
  await add.click();
  await add.waitFor({ state: 'detached' });
}

const evolution = async (page: Page) => {
  await goTo(page, 'Besoins');
  await page.getByRole('radio', { name: 'Évolution' }).click();
};

const compareWith = async (page: Page, file: { readonly name: string; readonly bytes: Uint8Array }) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /Comparer à un fichier de projet/ }).click(),
  ]);
  await chooser.setFiles({ name: file.name, mimeType: 'application/gzip', buffer: Buffer.from(file.bytes) });
};

describe('two states', () => {
  test('kept, compared with the present one: schemes opened, needs solved, two maps with one camera; undone', async () => {
    const { page } = await app.open('?dep=44&ecran=inventaire');
    await startWith(page, 'avant.csv', first);
    await evolution(page);
    await page.getByRole('textbox', { name: /Nom de l.état/ }).fill('Commission de mai');
    await page.getByRole('button', { name: 'Prendre un état daté' }).click();
    await page.getByRole('rowheader', { name: 'Commission de mai' }).waitFor();
    await page.getByText('3 acteurs, 3 dispositifs').waitFor();

    await goTo(page, 'Inventaire');
    await startWith(page, 'apres.csv', later);
    await evolution(page);
    await page.getByRole('button', { name: /^Comparer à .*Commission de mai/ }).click();
    await page.getByText('2 ouverts · 0 fermé ou retiré · 0 modifié · 3 inchangés').waitFor();
    await page.getByText('Essai Châteaubriant').first().waitFor();
    const counts = await page.getByText(/résolus? ·.*nouveau/).innerText();
    expect(Number(/(\d+)\srésolu/.exec(counts)![1])).toBeGreaterThan(0);
    expect(counts).toMatch(/0\snouveau/);
    await page
      .getByText(/Châteaubriant-Derval/)
      .first()
      .waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);

    await page.getByRole('button', { name: 'Voir les deux cartes' }).click();
    await expect.poll(() => page.locator('.map-box').count()).toBe(2);
    await page.getByRole('heading', { name: /Commission de mai/, level: 2 }).waitFor();
    await page.getByRole('heading', { name: /^Maintenant/, level: 2 }).waitFor();
    const legends = await page.locator('.legend-of').allInnerTexts();
    expect(legends[0]!.replace(/^.*\n/, '')).not.toBe(legends[1]!.replace(/^.*\n/, ''));

    // The scheme that is taken away again closes the comparison's count with it.
    await evolution(page);
    await page.getByRole('button', { name: /^Annuler la dernière action/ }).click();
    await page.getByText('0 ouvert · 0 fermé ou retiré · 0 modifié · 3 inchangés').waitFor();
  });

  test('kept through a reload, and in the project file, with which another diagnosis is compared', async () => {
    const { page } = await app.open('?dep=44&ecran=inventaire');
    await startWith(page, 'avant.csv', first);
    await evolution(page);
    await page.getByRole('button', { name: 'Prendre un état daté' }).click();
    await page.getByText('3 acteurs, 3 dispositifs').waitFor();
    // Without a name it is numbered: the date stands beside it already.
    await page.getByRole('rowheader', { name: 'État 1', exact: true }).waitFor();
    const project = await download(page, async () => {
      await page.getByRole('button', { name: 'Exporter', exact: true }).first().click();
      await page.getByRole('menuitem', { name: /^Enregistrer le projet/ }).click();
    });
    await page.waitForTimeout(4500);
    await page.reload();
    await evolution(page);
    await page.getByText('3 acteurs, 3 dispositifs').waitFor();

    await goTo(page, 'Inventaire');
    await startWith(page, 'apres.csv', later);
    await evolution(page);
    await compareWith(page, project);
    await page.getByText('2 ouverts · 0 fermé ou retiré · 0 modifié · 3 inchangés').waitFor();
    expect(await page.getByText(/les siens étaient autres/).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Acteurs et lieux' }).count()).toBe(0);

    // The same with an actor of another name, a site elsewhere, and other settings.
    const told = JSON.parse(gunzipSync(project.bytes).toString());
    told.diagnosis.settings.speedKmh = 60;
    told.diagnosis.inventory.actors[0].name = 'Essai ancien';
    told.diagnosis.inventory.sites[1].address = '1 rue Haute';
    await compareWith(page, { name: project.name, bytes: gzipSync(JSON.stringify(told)) });
    await page.getByText(/les siens étaient autres\s: estimation des temps de trajet\./).waitFor();
    await page.getByRole('heading', { name: 'Acteurs et lieux' }).waitFor();
    await page.getByText(/^1.acteur d.un autre nom ou d.un autre type · 1.lieu déplacé$/).waitFor();
    await page.getByText(/Essai ancien → Essai/).waitFor();
    await page.getByText(/1 rue Haute → rien/).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
  });
});

describe('two départements', () => {
  /** A project of the Vendée; places known, so that its levels rest on its own mean. */
  const project = async (page: Page, withPlaces: boolean) => {
    const csv = [
      'nom;commune;domaine;places',
      ...['La Roche-sur-Yon', 'Fontenay-le-Comte', 'Challans'].map((c, i) => `Essai ${c};${c};sante;${withPlaces ? 10 + i : ''}`),
    ].join('\n');
    await startWith(page, 'vendee.csv', csv);
    return download(page, async () => {
      await page.getByRole('button', { name: 'Exporter', exact: true }).first().click();
      await page.getByRole('menuitem', { name: /^Enregistrer le projet/ }).click();
    });
  };
  test('read by presence on both sides they compare; by places under the mean of each, refused in one sentence', async () => {
    const other = await app.open('?dep=85&ecran=inventaire');
    const plain = await project(other.page, false);
    const placed = await app.open('?dep=85&ecran=inventaire');
    const counted = await project(placed.page, true);

    const { page } = await app.open('?dep=44&ecran=inventaire');
    await startWith(page, 'avant.csv', first);
    await evolution(page);
    await compareWith(page, plain);
    const table = page.getByRole('table', { name: 'Les deux diagnostics, domaine par domaine' });
    await table.waitFor();
    expect(await table.getByText('comparaison refusée').count()).toBe(0);
    // What was not censused is told so, not counted as covered.
    await table
      .getByText(/données absentes pour .* jeunes/)
      .first()
      .waitFor();
    expect(await table.getByText('données absentes', { exact: true }).count()).toBe(12);
    await compareWith(page, counted);
    await page.getByText(/Santé, soins\s: comparaison refusée, l.un est lu par les places, l.autre par la présence/).waitFor();
    expect(await table.getByText('comparaison refusée').count()).toBe(4);
  });
});
