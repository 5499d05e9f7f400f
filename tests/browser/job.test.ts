import { AxeBuilder } from '@axe-core/playwright';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { FileChooser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { makeDocument } from '../../scripts/cli/document';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { diagnosticJson } from '../../src/export/diagnostic';
import { commandFrom } from '../../src/import/accept';
import { fr } from '../../src/text/fr';
import { demonstration, importAll, territory44 } from '../import/fixture';
import { download, dropFiles, openBrowser, pictureOf } from './harness';

const app = openBrowser();
const lieux =
  'Nom;Commune;Domaine;Places\nFoyer des Alizés;Saint-Nazaire;logement;12\nFoyer des Alizés;Saint-Nazaire;logement;12\nMaison de l’Erdre;Nort-sur-Erdre;santé;\nParis;Paris;santé;1;décalé\n';
const liens = 'source_nom;cible_nom;nature\nFoyer des Alizés;Département de Loire-Atlantique;convention\n';

const goTo = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByText(screen, { exact: true }).click();
const domain = (page: Page, name: string) => page.getByRole('radiogroup', { name: 'Domaine' }).getByText(name).click();
const drawing = '.map-box canvas';

/** The map is drawn once its picture stays the same. */
async function settled(page: Page, selector: string): Promise<string> {
  await page.locator(selector).first().waitFor();
  let before = '';
  for (let i = 0; i < 40; i++) {
    const now = await pictureOf(page, selector);
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(150);
  }
  throw new Error('the drawing never settles');
}

async function diagnosed(files: Readonly<Record<string, string>> = {}) {
  const date = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());
  const demo = apply(
    { ...emptyDiagnosis('44', 'Loire-Atlantique'), demonstration: true },
    commandFrom(await importAll(demonstration()), date),
  );
  const draft = await importAll(files, { existing: demo.inventory });
  const diagnosis = Object.keys(files).length > 0 ? apply(demo, commandFrom(draft, date)) : demo;
  return { diagnosis, analysis: analyse(diagnosis, territory44), territory: territory44, text: fr, date };
}

describe('from the demonstration to the report', () => {
  test('the whole job, then a reload restores it', async () => {
    const { page } = await app.open();
    await page.getByRole('button', { name: 'Explorer', exact: true }).click();
    const health = await settled(page, drawing);
    await domain(page, 'Logement');
    const housing = await settled(page, drawing);
    expect(housing).not.toBe(health);

    await goTo(page, 'Inventaire');
    await dropFiles(page, 'main', { 'lieux.csv': lieux, 'liens.csv': liens });
    await page.getByText('4 lignes lues = 2 gardées + 1 fusionnée + 1 refusée').waitFor();
    await page.getByText('1 ligne lue = 1 gardée').first().waitFor();
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await page.getByText('162 acteurs · 138 dispositifs · 174 liens').waitFor();

    await goTo(page, 'Réseau');
    await settled(page, '.network-box canvas, .network-box');
    await page.getByText('174 liens constatés').waitFor();

    await goTo(page, 'Besoins');
    await page.locator('.gap-item button').first().click();
    await page.locator(drawing).first().waitFor();
    expect(page.url()).toMatch(/ecran=carte/);
    expect(decodeURIComponent(page.url())).toMatch(/focus=gap:|focus=besoin:/);
    await page.getByRole('complementary', { name: 'Fiche' }).getByText('population générale').first().waitFor();

    const pdf = await download(page, async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Exporter' }).click();
      await page.getByRole('menuitem', { name: 'Rapport (PDF)' }).click();
    });
    const input = await diagnosed({ 'lieux.csv': lieux, 'liens.csv': liens });
    const [expected] = await makeDocument({ kind: 'commission', format: 'pdf' }, null, input);
    const pages = async (bytes: Uint8Array) => (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
    expect(await pages(pdf.bytes)).toBe(await pages(expected!));

    await page.waitForTimeout(1200);
    await page.reload();
    await goTo(page, 'Inventaire');
    await page.getByText('162 acteurs · 138 dispositifs · 174 liens').waitFor();
    await page.getByText('Acteurs', { exact: false }).first().waitFor();
  });

  test('« Exporter le diagnostic (JSON) » is what the command line prints', async () => {
    const { page } = await app.open('?ecran=carte');
    await page.locator(drawing).first().waitFor();
    const json = await download(page, async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Exporter' }).click();
      await page.getByRole('menuitem', { name: 'Exporter le diagnostic (JSON)' }).click();
    });
    const { diagnosis, analysis, territory } = await diagnosed();
    expect(new TextDecoder().decode(json.bytes)).toBe(diagnosticJson(diagnosis, analysis, territory, fr));
  });

  test('undo takes the files back, redo brings them again', async () => {
    const { page } = await app.open('?ecran=inventaire');
    await page.getByText('160 acteurs · 136 dispositifs · 173 liens').waitFor();
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await page.getByText('162 acteurs · 138 dispositifs · 173 liens').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('160 acteurs · 136 dispositifs · 173 liens').waitFor();
    await page.keyboard.press('Control+y');
    await page.getByText('162 acteurs · 138 dispositifs · 173 liens').waitFor();
  });

  test('a wrong file is said in a sentence and adds nothing', async () => {
    const { page } = await app.open('?ecran=inventaire');
    await page.getByText('160 acteurs').first().waitFor();
    await dropFiles(page, 'main', { 'photo.csv': '%PDF-1.7' });
    await page.getByText('photo.csv').first().waitFor();
    await page.getByText('c’est un PDF').first().waitFor();
    await page.getByText('160 acteurs · 136 dispositifs · 173 liens').waitFor();
  });
});

describe('accessibility', () => {
  test.each(['carte', 'besoins', 'reseau', 'inventaire'])('axe finds nothing on %s', async (screen) => {
    const { page } = await app.open(`?ecran=${screen}`);
    await page.getByText('Loire-Atlantique').first().waitFor();
    await page.waitForTimeout(1500);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
  });

  test('by keyboard alone: start panel, import, network, a need, the map, the report', async () => {
    const { page } = await app.open();
    await page.getByRole('dialog').waitFor();
    const focusOn = async (name: RegExp) => {
      for (let i = 0; i < 300; i++) {
        const label = await page.evaluate(() => {
          const e = document.activeElement;
          return e?.getAttribute('aria-label') ?? e?.textContent ?? '';
        });
        if (name.test(label)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no focus on ${name}`);
    };
    await focusOn(/^Explorer$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focusOn(/^Inventaire$/);
    await page.keyboard.press('Enter');
    await page.getByText('160 acteurs · 136 dispositifs · 173 liens').waitFor();
    // Pressed again where the browser, busy, did not open its dialog: as anyone would.
    let chooser: FileChooser | null = null;
    for (let i = 0; i < 4 && !chooser; i++) {
      await focusOn(/^Choisir des fichiers$/);
      const opened = page.waitForEvent('filechooser', { timeout: 4000 }).catch(() => null);
      await page.keyboard.press('Enter');
      chooser = await opened;
    }
    if (!chooser) throw new Error('no file chooser');
    await chooser.setFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer: Buffer.from(lieux) });
    await page.getByText('4 lignes lues = 2 gardées + 1 fusionnée + 1 refusée').waitFor();
    await focusOn(/^Ajouter au diagnostic$/);
    await page.keyboard.press('Enter');
    await page.getByText('162 acteurs · 138 dispositifs · 173 liens').waitFor();
    await focusOn(/^Réseau$/);
    await page.keyboard.press('Enter');
    await page.locator('.network-box').waitFor();
    await focusOn(/^Besoins$/);
    await page.keyboard.press('Enter');
    await page.getByText('Besoins, en une phrase chacun').waitFor();
    await focusOn(/^Dans la CA de la Région Nazairienne/);
    await page.keyboard.press('Enter');
    await page.locator(drawing).first().waitFor();
    await page.getByRole('complementary', { name: 'Fiche' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Fiche' }).waitFor({ state: 'detached' });
    await focusOn(/^Rapport$/);
    await page.keyboard.press('Enter');
    await focusOn(/^Exporter\s: Département et commission$/);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /^PDF / }).and(page.locator(':focus')).waitFor();
    const pdf = await download(page, () => page.keyboard.press('Enter'));
    expect(new TextDecoder('latin1').decode(pdf.bytes.subarray(0, 5))).toBe('%PDF-');
  });
});

describe('without WebGL and with it', () => {
  test.each(['canvas', 'webgl'])('the map draws the levels on %s', async (renderer) => {
    const { page } = await app.open(`?ecran=carte&rendu=${renderer}`);
    await page.locator('.map-box canvas').first().waitFor();
    const a = await settled(page, '.map-box');
    await domain(page, 'Mentorat');
    expect(await settled(page, '.map-box')).not.toBe(a);
  });
});

test('after a first visit the app opens without any network', async () => {
  const { page, context } = await app.open('?ecran=carte');
  await page.locator(drawing).first().waitFor();
  // The shell at once, the territories once the page is quiet.
  const kept = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()));
      return lists.flat().filter((r) => r.url.includes('territoire-')).length;
    });
  // 101 départements and the fictional one.
  await expect.poll(kept, { timeout: 40_000, interval: 500 }).toBe(102);
  await context.setOffline(true);
  await page.reload();
  await settled(page, drawing);
  await page.getByText('Loire-Atlantique').first().waitFor();
});
