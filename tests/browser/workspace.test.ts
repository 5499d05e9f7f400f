import { mkdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFiles, openBrowser } from './harness';

const app = openBrowser();
const lieux = 'Nom;Commune;Domaine\nFoyer des Alizés;Saint-Nazaire;logement\nMaison de l’Erdre;Nort-sur-Erdre;santé\n';
const angevins = 'Nom;Commune;Domaine\nRelais des Ponts;Angers;emploi\n';

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByText(name, { exact: true }).click();
const total = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();
async function chooseDepartement(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Département/ })
    .click();
  await page.getByRole('option', typeof name === 'string' ? { name, exact: true } : { name }).click();
}
async function add(page: Page, name: string, csv: string): Promise<void> {
  await dropFiles(page, 'main', { [name]: csv });
  const button = page.getByRole('button', { name: 'Ajouter au diagnostic' });
  await button.click();
  await button.waitFor({ state: 'detached' });
}
/** A diagnosis of Loire-Atlantique with two actors, in a browser that already has an empty one of Maine-et-Loire. */
async function withWork(page: Page): Promise<void> {
  await total(page, '0 acteur · 0 dispositif · 0 lien');
  await chooseDepartement(page, 'Loire-Atlantique (44)');
  await page.getByText('Loire-Atlantique (44)').first().waitFor();
  await expect.poll(() => page.url()).toContain('dep=44');
  await add(page, 'lieux.csv', lieux);
  await total(page, '2 acteurs · 2 dispositifs · 0 lien');
}
async function portfolio(page: Page) {
  await page.getByRole('button', { name: 'Diagnostics' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mes diagnostics' });
  await dialog.waitFor();
  return dialog;
}
async function expectClean(page: Page, what: string): Promise<void> {
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect([what, ...violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)]).toEqual([what]);
}
/** Pictures to look at, where a folder for them is named. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['MAILLAGE_PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const [width, height] of [
    [1024, 768],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}/${name}-${width}.png` });
  }
}

describe('several diagnoses in one browser', () => {
  test('work in two départements, switch, come back, reload: nothing is lost, nothing is asked', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=49');
    await withWork(page);
    await chooseDepartement(page, 'Maine-et-Loire (49)');
    await total(page, '0 acteur · 0 dispositif · 0 lien');
    await add(page, 'angevins.csv', angevins);
    await total(page, '1 acteur · 1 dispositif · 0 lien');

    await chooseDepartement(page, 'Loire-Atlantique (44)');
    await page.getByText('Votre diagnostic « Loire-Atlantique » est rouvert.').waitFor();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');
    await page.reload();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');

    // The demonstration changes nothing of them, and is not kept.
    await chooseDepartement(page, /^Démonstration/);
    await total(page, '160 acteurs · 136 dispositifs · 173 liens');
    const dialog = await portfolio(page);
    const rows = dialog.getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    await dialog.getByRole('button', { name: 'Ouvrir « Maine-et-Loire »' }).click();
    await total(page, '1 acteur · 1 dispositif · 0 lien');
    await page.reload();
    await total(page, '1 acteur · 1 dispositif · 0 lien');
  });

  test('the table: what each holds, rename, duplicate, model, delete and bring back, search across; axe', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=49');
    await withWork(page);
    await chooseDepartement(page, 'Maine-et-Loire (49)');
    await total(page, '0 acteur · 0 dispositif · 0 lien');
    await add(page, 'angevins.csv', angevins);
    const dialog = await portfolio(page);
    const row = (name: string) => dialog.getByRole('row').filter({ hasText: name });
    await expect.poll(() => row('Loire-Atlantique (44)').innerText()).toMatch(/2\t2\t0/);
    const act = async (title: string, action: string) => {
      await dialog.getByRole('button', { name: `Actions sur « ${title} »` }).click();
      await page.getByRole('menuitem', { name: action }).click();
    };
    await act('Loire-Atlantique', 'Renommer');
    await dialog.getByRole('textbox', { name: 'Nouveau nom' }).fill('Pays de la Loire');
    await dialog.getByRole('button', { name: 'Renommer', exact: true }).click();
    await row('Pays de la Loire').waitFor();
    await act('Pays de la Loire', 'Dupliquer');
    await row('Pays de la Loire (copie)').waitFor();
    await act('Pays de la Loire (copie)', 'Supprimer');
    await dialog.getByText(/Supprimer «\sPays de la Loire \(copie\)\s» \(2 acteurs, 2 dispositifs\)/).waitFor();
    await expectClean(page, 'question');
    await look(page, 'portfolio');
    await dialog.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await row('Pays de la Loire (copie)').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Le rétablir' }).click();
    await row('Pays de la Loire (copie)').waitFor();

    await dialog.getByRole('textbox', { name: 'Chercher dans tous les diagnostics' }).fill('alizes');
    await dialog.getByText('4 fiches trouvées').waitFor();
    await expectClean(page, 'search');
    await look(page, 'search');
    await dialog.getByRole('button', { name: 'Foyer des Alizés' }).first().click();
    await page.getByRole('heading', { name: 'Foyer des Alizés' }).waitFor();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');

    const again = await portfolio(page);
    await again.getByRole('button', { name: 'Actions sur « Maine-et-Loire »' }).click();
    await page.getByRole('menuitem', { name: 'Partir de celui-ci comme modèle' }).click();
    await total(page, '0 acteur · 0 dispositif · 0 lien');
    expect(page.url()).toContain('dep=49');
  });

  test('by keyboard only: open the table, search, open a diagnosis, rename it, delete it', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=49');
    await withWork(page);
    await chooseDepartement(page, 'Maine-et-Loire (49)');
    await add(page, 'angevins.csv', angevins);
    await page.getByRole('button', { name: 'Diagnostics' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Mes diagnostics' }).waitFor();
    const tabTo = async (name: RegExp) => {
      for (let i = 0; i < 40; i++) {
        const label = await page.evaluate(() => {
          const el = document.activeElement;
          return el?.getAttribute('aria-label') ?? el?.textContent ?? '';
        });
        if (name.test(label)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`not reached by Tab: ${name}`);
    };
    /** Down a menu that has just been opened, to one of its entries. */
    const chooseIn = async (name: RegExp) => {
      await page.getByRole('menuitem', { name }).waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem');
      for (let i = 0; i < 8 && !name.test(await focused()); i++) await page.keyboard.press('ArrowDown');
      expect(await focused()).toMatch(name);
      await page.keyboard.press('Enter');
    };
    await tabTo(/^Ouvrir «\sLoire-Atlantique\s»/);
    await page.keyboard.press('Enter');
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');

    await page.getByRole('button', { name: 'Diagnostics' }).focus();
    await page.keyboard.press('Enter');
    await tabTo(/^Actions sur «\sMaine-et-Loire\s»/);
    await page.keyboard.press('Enter');
    await chooseIn(/^Renommer/);
    const field = page.getByRole('textbox', { name: 'Nouveau nom' });
    await expect.poll(() => field.evaluate((el) => el === document.activeElement)).toBe(true);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Anjou');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ouvrir « Anjou »' }).waitFor();
    await tabTo(/^Actions sur «\sAnjou\s»/);
    await page.keyboard.press('Enter');
    await chooseIn(/^Supprimer/);
    // Once the keyboard is in the question it is moved no more: Enter does what it is on.
    const yes = page.getByRole('button', { name: 'Supprimer', exact: true });
    await yes.focus();
    await page.waitForTimeout(150);
    expect(await yes.evaluate((el) => el === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await tabTo(/^Le garder/);
    await tabTo(/^Supprimer$/);
    await page.keyboard.press('Enter');
    await page.getByText('« Anjou » est supprimé.').waitFor();
    await page.keyboard.press('Escape');
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');
  });

  test('what the first version of the storage held is the first diagnosis of the workspace', async () => {
    const { page, url } = await app.open('favicon.svg', (c) =>
      c.route('**/favicon.ico', (route) => route.fulfill({ status: 204 })),
    );
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('maillage', 1);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore('checkpoints');
            opening.result.createObjectStore('journal', { autoIncrement: true });
            opening.result.createObjectStore('preferences');
          };
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    // As version 1 wrote it: a checkpoint of an earlier project file, then a command.
    await page.evaluate(
      ([project]) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('maillage', 1);
          opening.onsuccess = () => {
            const tx = opening.result.transaction(['checkpoints', 'journal', 'preferences'], 'readwrite');
            tx.objectStore('checkpoints').put(project, 'document');
            tx.objectStore('journal').add({ command: { type: 'rename', title: 'Renommé ensuite' }, key: null });
            tx.objectStore('preferences').put('Léa', 'author');
            tx.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            tx.onerror = () => reject(tx.error);
          };
        }),
      [readFileSync('tests/fixtures/saved/v1.json', 'utf8')],
    );
    await page.goto(`${url}?ecran=inventaire`);
    await page.getByText('Renommé ensuite').first().waitFor();
    const dialog = await portfolio(page);
    await expect.poll(() => dialog.getByRole('row').count()).toBe(2);
    await page.reload();
    await page.getByText('Renommé ensuite').first().waitFor();
    const left = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open('maillage');
          opening.onsuccess = () => resolve([...opening.result.objectStoreNames]);
        }),
    );
    expect(left).toEqual(['checkpoints', 'entries', 'preferences', 'steps', 'versions']);
  });
});

describe('two tabs on one diagnosis', () => {
  test('told; only looking changes nothing; going on here takes what the other did and makes it read only', async () => {
    const { page, context, url } = await app.open('?ecran=inventaire&dep=49');
    await withWork(page);
    const second = await context.newPage();
    second.setDefaultTimeout(15_000);
    await second.goto(`${url}?ecran=inventaire&dep=44`);
    const question = second.getByRole('dialog', { name: 'Ce diagnostic est ouvert dans un autre onglet' });
    await question.waitFor();
    await expectClean(second, 'question');
    await look(second, 'tabs');
    await question.getByRole('button', { name: 'Seulement regarder' }).click();
    await second.getByText('Lecture seule : ce diagnostic est modifié dans un autre onglet.').waitFor();
    await second.getByRole('button', { name: 'Retirer « lieux.csv » du diagnostic' }).click();
    await second.getByText('Rien n’a été changé.').waitFor();
    await total(second, '2 acteurs · 2 dispositifs · 0 lien');
    await expectClean(second, 'read only');

    // Done in the first since, and not yet in a checkpoint.
    await page.getByRole('button', { name: 'Retirer « lieux.csv » du diagnostic' }).click();
    await total(page, '0 acteur · 0 dispositif · 0 lien');
    await second.getByRole('main').getByRole('button', { name: 'Continuer ici' }).click();
    await total(second, '0 acteur · 0 dispositif · 0 lien');
    expect(await second.getByText('Lecture seule').count()).toBe(0);
    await page.getByText('Lecture seule : ce diagnostic est modifié dans un autre onglet.').waitFor();
    await add(second, 'lieux.csv', lieux);
    await total(second, '2 acteurs · 2 dispositifs · 0 lien');

    // And back: the first tab reads what the second has done.
    await page.getByRole('main').getByRole('button', { name: 'Continuer ici' }).click();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');
    await second.getByText('Lecture seule').waitFor();
    await second.close();
    await page.reload();
    await total(page, '2 acteurs · 2 dispositifs · 0 lien');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a tab that does not answer is not waited for; two tabs on two diagnoses do not meet', async () => {
    const { page, context, url } = await app.open('?ecran=inventaire&dep=49', (c) =>
      c.addInitScript(() => {
        if (location.search.includes('dep=49')) Object.defineProperty(window, 'BroadcastChannel', { value: undefined });
      }),
    );
    await withWork(page);
    const second = await context.newPage();
    await second.goto(`${url}?ecran=inventaire&dep=85`);
    await total(second, '0 acteur · 0 dispositif · 0 lien');
    expect(await second.getByRole('dialog').count()).toBe(0);
    await second.goto(`${url}?ecran=inventaire&dep=44`);
    await second.getByRole('dialog').getByRole('button', { name: 'Continuer ici' }).click();
    await second.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Lecture seule').waitFor();
    expect(await second.getByText('Lecture seule').count()).toBe(0);
  });
});

describe('time', () => {
  test('a named state, changes, comparison, restoring, undo; a version restored', async () => {
    const { page } = await app.open('?ecran=inventaire&dep=49');
    await withWork(page);
    await goTo(page, 'Besoins');
    await page.getByRole('radio', { name: 'Évolution' }).click();
    await page.getByRole('textbox', { name: /Nom de l.état/ }).fill('Commission de mai');
    await page.getByRole('button', { name: 'Prendre un état daté' }).click();
    await page.getByRole('rowheader', { name: 'Commission de mai' }).waitFor();

    await goTo(page, 'Inventaire');
    await add(page, 'suite.csv', 'Nom;Commune;Domaine\nPoint Santé;Rezé;santé\n');
    await total(page, '3 acteurs · 3 dispositifs · 0 lien');
    await goTo(page, 'Besoins');
    await page.getByRole('radio', { name: 'Évolution' }).click();
    await page.getByRole('button', { name: /^Comparer à .*Commission de mai/ }).click();
    await page.getByText('1 ouvert · 0 fermé ou retiré · 0 modifié · 2 inchangés').waitFor();
    await page.getByRole('button', { name: 'Restaurer l’état « Commission de mai »' }).click();
    await page.getByText('Restauré. Le présent d’avant est gardé parmi les versions.').waitFor();
    await page.getByText('0 ouvert · 0 fermé ou retiré · 0 modifié · 2 inchangés').waitFor();
    await expectClean(page, 'timeline');
    await look(page, 'timeline');

    await page.getByRole('button', { name: /^Annuler la dernière action/ }).click();
    await page.getByText('1 ouvert · 0 fermé ou retiré · 0 modifié · 2 inchangés').waitFor();
    await page.getByRole('button', { name: /^Rétablir/ }).click();
    await page.getByText('0 ouvert · 0 fermé ou retiré · 0 modifié · 2 inchangés').waitFor();

    // What was there before restoring is a version: it comes back too.
    const kept = page.getByRole('row').filter({ hasText: 'Version gardée avant une restauration' });
    await kept.getByText('3 acteurs, 3 dispositifs').waitFor();
    await kept.getByRole('button', { name: /^Restaurer la version du/ }).click();
    await page.getByText('1 ouvert · 0 fermé ou retiré · 0 modifié · 2 inchangés').waitFor();
    await page.reload();
    await goTo(page, 'Inventaire');
    await total(page, '3 acteurs · 3 dispositifs · 0 lien');
  });
});
