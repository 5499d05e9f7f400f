import AxeBuilder from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { makeDocument } from '../../scripts/cli/document';
import { readingWords } from '../../src/text/reading';
import { checkPdf, readPages } from '../export/pdfReading';
import { readingOrder } from '../export/readingOrder';
import { demonstrationInput } from '../report/demonstration';
import { download, openBrowser } from './harness';

const app = openBrowser();
/** CC de Nozay: a report of few pages. */
const nozay = '244400537';

async function openReport(path = '') {
  const session = await app.open(`?dep=44&ecran=rapport${path}`);
  await session.page.locator('.report-section').first().waitFor({ timeout: 30_000 });
  return session;
}

const exportMenu = async (page: Page, entry: string | RegExp) => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Exporter : / })
    .click();
  await page.getByRole('menuitem', { name: entry }).click();
};
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const compose = (page: Page) => page.getByRole('radio', { name: 'Composer' }).click();
const axe = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);
const preview = (page: Page) => page.getByRole('article', { name: 'Aperçu' });

describe('the report screen', () => {
  test('a reading is chosen: its title, its sections, its address', async () => {
    const { page } = await openReport();
    await preview(page).getByText('Accompagner les jeunes sortant de l’Aide sociale à l’enfance').waitFor();
    await axe(page);
    await choose(page, 'Document', 'Fondation, financeur');
    await preview(page).getByText('Ce qu’un financement changerait pour les jeunes sortant de l’ASE').waitFor();
    expect(page.url()).toContain('rapport=fondation');
    await choose(page, 'Territoire', 'CC de Nozay');
    await preview(page).getByText('CC de Nozay (44) : besoins, places et financements').waitFor();
    await page.reload();
    await preview(page).getByText('CC de Nozay (44) : besoins, places et financements').waitFor({ timeout: 30_000 });
    await axe(page);
  });

  test('a text is written, kept, printed, and taken back', async () => {
    const { page } = await openReport(`&territoire=${nozay}`);
    const section = page.locator('#section-obligations');
    await section.getByRole('button', { name: /^Modifier le texte/ }).click();
    const field = section.getByRole('textbox', { name: 'Texte' });
    await field.fill("Notre lecture : l'essentiel tient en trois points.");
    await section.getByRole('button', { name: 'Enregistrer' }).click();
    await section.getByText('Notre lecture : l’essentiel tient en trois points.').waitFor();
    await section.getByText('Texte de votre équipe').waitFor();
    await axe(page);
    await page.reload();
    await page.locator('#section-obligations').getByText('Notre lecture : l’essentiel').waitFor({ timeout: 30_000 });
    const pdf = await download(page, () => exportMenu(page, /^PDF/));
    const text = (await readPages(pdf.bytes)).map((p) => p.text).join('\n');
    expect(text).toContain('Notre lecture : l’essentiel tient en trois points.');
    await page
      .locator('#section-obligations')
      .getByRole('button', { name: /^Modifier le texte/ })
      .click();
    await page.getByRole('button', { name: 'Reprendre le texte calculé' }).click();
    await page.locator('#section-obligations').getByText('La commission départementale d’accès à l’autonomie').waitFor();
    expect(await page.locator('#section-obligations').getByText('Texte de votre équipe').count()).toBe(0);
  });

  test('by keyboard: Escape leaves the text as it was, a comment is added at the head of a section', async () => {
    const { page } = await openReport('&rapport=reseau');
    await page.getByRole('button', { name: /^Ajouter un commentaire : Réseaux/ }).press('Enter');
    await page.keyboard.type('Essai');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('textbox', { name: 'Texte' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Ajouter un commentaire : Réseaux/ }).press('Enter');
    await page.keyboard.type('Un mot de la mission.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#section-entraide').getByText('Un mot de la mission.').waitFor();
  });

  test('sections are left out, moved, and as proposed again; paper and names are chosen', async () => {
    const { page } = await openReport(`&rapport=fondation&territoire=${nozay}`);
    await compose(page);
    await axe(page);
    await page.getByRole('checkbox', { name: 'Synthèse' }).press('Space');
    await expect.poll(() => page.locator('#section-synthese').count()).toBe(0);
    await page.getByRole('button', { name: 'Monter « Financements »' }).click();
    const titles = () => preview(page).getByRole('heading', { level: 2 }).allTextContents();
    await expect.poll(async () => (await titles())[0]).toBe('Financements');
    await page.getByText('Papier A4 couché').click();
    await page.getByText('Masquer les noms dans les fragilités').click();
    const pdf = await download(page, () => exportMenu(page, /^PDF/));
    expect(Buffer.from(pdf.bytes).toString('latin1')).toMatch(/MediaBox \[0 0 841\.89 595\.28\]/);
    await page.getByRole('button', { name: 'Reprendre la composition proposée' }).click();
    await expect.poll(async () => (await titles())[0]).toBe('Synthèse');
  });
});

describe('what it gives', () => {
  test('a PDF that a screen reader can read, whatever the reading', async () => {
    const { page } = await openReport();
    for (const [option, start] of [
      ['Réseau d’entraide', 'maillage-44-reseau-entraide'],
      ['Jeunes et tous les acteurs', 'maillage-44-livret-public'],
      ['Fiche d’une page', 'maillage-44-fiche'],
    ] as const) {
      await choose(page, 'Document', option);
      await page.waitForTimeout(300);
      const pdf = await download(page, () => exportMenu(page, /^PDF \(/));
      expect(pdf.name).toMatch(new RegExp(`^${start}`));
      expect(await checkPdf(pdf.bytes)).toEqual([]);
    }
  });

  test('the same pages, words and tags as the command line makes', async () => {
    const { page } = await openReport();
    const date = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());
    const input = await demonstrationInput(date);
    for (const [option, kind] of [
      ['Département et commission', 'commission'],
      ['Jeunes et tous les acteurs', 'public'],
    ] as const) {
      await choose(page, 'Document', option);
      await preview(page).getByText(readingWords('fr').readings[kind].title).first().waitFor();
      const pdf = await download(page, () => exportMenu(page, /^PDF \(/));
      const [expected] = await makeDocument({ kind, format: 'pdf' }, null, input);
      expect(await readingOrder(pdf.bytes)).toEqual(await readingOrder(expected!));
      const html = await download(page, () => exportMenu(page, /HTML/));
      const [twin] = await makeDocument({ kind, format: 'html' }, null, input);
      expect(Buffer.compare(html.bytes, twin!)).toBe(0);
    }
  });

  test('a page of HTML that stands alone', async () => {
    const { page } = await openReport('&rapport=collectivite&territoire=244400503');
    const html = await download(page, () => exportMenu(page, /HTML/));
    const text = new TextDecoder().decode(html.bytes);
    expect(html.name).toMatch(/^maillage-44-collectivite.*\.html$/);
    expect(text).toContain('<html lang="fr-FR"');
    expect(text).not.toMatch(/<script|(?:src|href)="https?:/);
  });

  test('every page as a picture', async () => {
    const { page } = await openReport('&rapport=public');
    const pdf = await download(page, () => exportMenu(page, /^PDF \(/));
    const pages = (await readPages(pdf.bytes)).length;
    const zip = await download(page, () => exportMenu(page, /PNG de chaque page/));
    const files = unzipSync(zip.bytes);
    expect(Object.keys(files)).toHaveLength(pages);
    for (const png of Object.values(files)) {
      const view = new DataView(png.buffer, png.byteOffset);
      // A5 at 150 dots per inch.
      expect([view.getUint32(16), view.getUint32(20)]).toEqual([874, 1240]);
      expect(png.length).toBeGreaterThan(5000);
    }
  });

  test('a PDF for each territory, in one archive', async () => {
    const { page } = await openReport('&rapport=collectivite');
    const zip = await download(page, () => exportMenu(page, /un par territoire/));
    const files = unzipSync(zip.bytes);
    expect(Object.keys(files)).toHaveLength(17);
    const name = Object.keys(files).find((n) => n.includes('CC de Nozay'))!;
    const pages = await readPages(files[name]!);
    expect(pages[0]!.text).toContain('CC de Nozay (44)');
  });

  test('a figure: picture, drawing, values, clipboard', async () => {
    const { page, context } = await openReport('&rapport=fondation');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const menu = (entry: string) => async () => {
      await page.getByRole('button', { name: /^Exporter la figure : Santé/ }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    };
    const png = await download(page, menu('Image PNG, 300 points par pouce'));
    expect(Buffer.from(png.bytes).includes('pHYs')).toBe(true);
    const svg = new TextDecoder().decode((await download(page, menu('Image vectorielle SVG'))).bytes);
    expect(svg).toContain('@font-face');
    expect(svg).toContain('Source');
    const csv = new TextDecoder().decode((await download(page, menu('Valeurs (CSV)'))).bytes);
    expect(csv.split('\r\n')).toHaveLength(1 + 207 + 1);
    // The values are not lost when the document does not print their table.
    await compose(page);
    await page.getByRole('checkbox', { name: /^Annexe/ }).press('Space');
    await expect.poll(() => page.locator('#section-communes').count()).toBe(0);
    expect(new TextDecoder().decode((await download(page, menu('Valeurs (CSV)'))).bytes)).toBe(csv);
    await menu('Copier l’image')();
    await page.getByText('Image copiée').waitFor();
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types]));
    expect(types).toEqual(['image/png']);
  });
});

describe('when it does not come to its end', () => {
  test('stopped: nothing is written, and this is said', async () => {
    const { page } = await openReport('&rapport=collectivite');
    let downloads = 0;
    page.on('download', () => {
      downloads += 1;
    });
    await exportMenu(page, /un par territoire/);
    await page.getByRole('button', { name: 'Annuler l’export' }).click();
    await page.getByText('Export annulé : aucun fichier n’a été écrit.').waitFor();
    expect(downloads).toBe(0);
    // The next one comes to its end.
    expect((await download(page, () => exportMenu(page, /^PDF \(/))).name).toMatch(/collectivite/);
  });

  test('no room left: a sentence says so and what to do; the work is still there', async () => {
    const { page } = await openReport('&rapport=reseau');
    await page.evaluate(() => {
      URL.createObjectURL = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await exportMenu(page, /^PDF \(/);
    await page.getByText(/la place manque \(disque ou mémoire pleine\)/).waitFor();
    await page.locator('#section-entraide').waitFor();
  });
});
