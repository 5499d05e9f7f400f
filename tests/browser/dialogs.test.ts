import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFiles, openBrowser, refuseStorage } from './harness';

const lieux = 'Nom;Commune;Places\nFoyer des Alizés;Saint-Nazaire;12\nFoyer des Alizés;Saint-Nazaire;12\nMaison;Rezé;x\n';

async function expectClean(page: Page, what: string): Promise<void> {
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect([what, ...violations.map((v) => `${v.id} : ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)]).toEqual([what]);
}

describe.each([
  [1024, 768],
  [390, 844],
])('what opens over the page, at %i × %i', (width, height) => {
  const app = openBrowser({ viewport: { width, height } });
  test('axe finds nothing on the start panel, dialogs, menus, the draft and the question before replacing', async () => {
    const { page } = await app.open('', refuseStorage);
    await page.getByRole('dialog').waitFor();
    await expectClean(page, 'start');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Réglages' }).click();
    await expectClean(page, 'settings');
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('button', { name: 'Exporter' }).click();
    await expectClean(page, 'export menu');
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: 'Écrans' }).getByText('Inventaire', { exact: true }).click();
    await dropFiles(page, 'main', { 'lieux.csv': lieux });
    await page.getByText('3 lignes lues').waitFor();
    await expectClean(page, 'draft');
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await page.getByText('162 acteurs · 138 dispositifs · 173 liens').waitFor();
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Département/ })
      .click();
    await page.getByRole('option', { name: 'Maine-et-Loire (49)' }).click();
    await page.getByText('Garder le travail en cours ?').waitFor();
    await expectClean(page, 'replace');
  });
});
