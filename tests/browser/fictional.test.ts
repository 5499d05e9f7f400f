import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readPages } from '../export/pdfReading';
import { download, openBrowser } from './harness';

const app = openBrowser();
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByText(name, { exact: true }).click();
const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => v.id)).toEqual([]);
};

describe('the fictional département', () => {
  test('opens from the start panel: read by places, undetermined, continuity with its risks; said fictional everywhere', async () => {
    const asked: string[] = [];
    const { page } = await app.open('', async (context) => {
      context.on('request', (r) => asked.push(r.url()));
    });
    await page.getByRole('dialog').waitFor();
    // The other territories have their code in the name of their file.
    const ofIt = (u: string) => /assets\/(territoire-(?!(\d|2[AB])\w+-)[^/]*\.json)/.test(u);
    expect(asked.filter(ofIt)).toEqual([]);
    await page.getByRole('button', { name: /Démonstration à capacités/ }).click();
    await page.getByText(/communes, acteurs et chiffres sont inventés/).waitFor();
    expect(new Set(asked.filter(ofIt)).size).toBe(1);
    expect(new URL(page.url()).searchParams.get('dep')).toBe('00');

    await page.getByRole('radio', { name: /Logement/ }).click();
    await page.locator('.stamp').getByText('illustration — données inventées').waitFor();
    await page.getByText(/indéterminé, selon les places non renseignées.*2\d\scommunes/).waitFor();
    await page.getByRole('heading', { name: /Val-Fictif/ }).waitFor();
    await axe(page);
    await page.getByRole('radio', { name: 'Tableau' }).click();
    await page.getByRole('button', { name: 'Feintville-sur-Fable' }).click();
    await page
      .getByRole('complementary')
      .getByText(/fois la référence/)
      .waitFor();

    await goTo(page, 'Besoins');
    await page.getByRole('radio', { name: 'Continuité' }).click();
    await page.locator('.continuity-cell.continue').first().waitFor();
    expect(await page.locator('.continuity-cell.sans-lien').count()).toBeGreaterThan(0);
    expect(await page.locator('.continuity-cell.sans-offre').count()).toBeGreaterThan(0);
    await axe(page);
  });

  test('from the list of départements, last; on paper too', async () => {
    const { page } = await app.open('?ecran=rapport&dep=85');
    await page.getByRole('button', { name: /Vendée/ }).click();
    const options = page.getByRole('option');
    expect(await options.last().textContent()).toMatch(/^Département fictif\s: Val-Fictif$/);
    await options.last().click();
    await page
      .getByText(/^Val-Fictif \(département fictif\)/)
      .first()
      .waitFor();
    await page
      .locator('main')
      .getByText(/n.existe nulle part/)
      .waitFor();
    await axe(page);
    const pdf = await download(page, async () => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Exporter : / })
        .click();
      await page.getByRole('menuitem', { name: /^PDF/ }).first().click();
    });
    expect(pdf.name).toMatch(/^maillage-00-commission/);
    const pages = await readPages(pdf.bytes);
    expect(pages.length).toBeGreaterThan(5);
    expect(pages[0]!.text).toContain('département fictif');
    for (const page of pages.slice(1)) expect(page.artifacts).toContain('Département fictif : communes, acteurs');
  });
});
