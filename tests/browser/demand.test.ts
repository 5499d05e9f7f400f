import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { openBrowser } from './harness';

const app = openBrowser();

test('needs weighed by the young people whom the département counts: said where numbers lack, then in every sentence', async () => {
  const { page } = await app.open('?dep=44&ecran=inventaire');
  const screen = (name: string) => page.getByRole('navigation', { name: 'Écrans' }).getByText(name, { exact: true }).click();
  await page.getByRole('radiogroup', { name: 'Parties de l’inventaire' }).getByText('Territoire').click();
  const demand = page.getByRole('button', { name: /Jeunes dont les besoins sont pesés/ });
  await demand.click();
  await page.getByRole('option', { name: /suivis par l’ASE/ }).click();
  await page.getByText('Les nombres entrés ne couvrent pas tout le territoire').waitFor();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map((v) => v.id)).toEqual([]);

  await page.getByLabel('Année', { exact: true }).fill('2025');
  const whole = page.getByLabel('Jeunes suivis par ASE, Loire-Atlantique');
  await whole.fill('900');
  await whole.press('Enter');
  await page.getByText('Les nombres entrés ne couvrent pas tout le territoire').waitFor({ state: 'detached' });
  await screen('Besoins');
  const first = page.getByRole('button', { name: /jeunes suivis par l’ASE/ }).first();
  await first.waitFor();
  expect(await first.innerText()).toMatch(/16-21 ans, nombre entré, 2025/);
  expect(await page.getByRole('button', { name: /population générale/ }).count()).toBe(0);
  await page.getByRole('columnheader', { name: /suivis par ASE/ }).waitFor();
  // Back to everyone, in one click.
  await page.getByRole('button', { name: 'Réglages' }).click();
  await page.getByRole('button', { name: 'Revenir aux réglages de départ' }).click();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /population générale/ })
    .first()
    .waitFor();
});
