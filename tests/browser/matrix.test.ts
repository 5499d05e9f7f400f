import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openBrowser } from './harness';

const app = openBrowser();
const reading = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click();
const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => v.id)).toEqual([]);
};
const heads = (page: Page) =>
  page.locator('.table thead th').evaluateAll((all) => all.map((th) => th.textContent?.trim()).filter(Boolean));

describe('the matrix', () => {
  test('by legal need: the six needs, what is deduced said, no mention of places; again after a change', async () => {
    const { page } = await app.open('?dep=00&ecran=besoins');
    await page.locator('.matrix-cell').first().waitFor();
    await page.getByText(/Lecture par les places/).waitFor();
    await reading(page, 'Par besoin légal');
    await page.getByText(/29 des 119 dispositifs ne disent pas leurs besoins/).waitFor();
    expect((await heads(page)).slice(-6)).toEqual(['Ressources', 'Logement', 'Emploi', 'Soins', 'Démarches', 'Socio-éducatif']);
    expect(await page.getByText(/Lecture par les places/).count()).toBe(0);
    await page.getByRole('button', { name: /Bois-Illusion, Soins : sans offre accessible repérée/ }).waitFor();
    await axe(page);

    await page.getByRole('button', { name: 'Réglages' }).click();
    const field = page.getByRole('textbox', { name: /Santé.*couvert/ }).first();
    await field.fill('1');
    await field.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Chimère Agglomération, Soins : fragile/ }).waitFor();
  });
});
