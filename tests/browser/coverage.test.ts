import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFiles, openBrowser, pictureOf } from './harness';

const app = openBrowser();
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByText(name, { exact: true }).click();

/** Housing with places: seven of nine sites state theirs. Fictional. */
const places = [
  'nom;commune;domaine;places;type_dispositif',
  'Essai Nantes;Nantes;logement;120;FJT',
  'Essai Rezé;Rezé;logement;60;FJT',
  'Essai Saint-Nazaire;Saint-Nazaire;logement;45;FJT',
  'Essai Châteaubriant;Châteaubriant;logement;20;FJT',
  'Essai Ancenis;Ancenis-Saint-Géréon;logement;;FJT',
  'Essai Pornic;Pornic;logement;15;FJT',
  'Essai Guérande;Guérande;logement;;FJT',
  'Essai Clisson;Clisson;logement;30;FJT',
  'Essai Blain;Blain;logement;8;FJT',
].join('\n');

describe('coverage', () => {
  test('a threshold changed: sentence, matrix and map change together, and back by undo', async () => {
    const { page } = await app.open('?ecran=besoins&domaines=sante');
    const cells = () => page.locator('.matrix-cell').evaluateAll((all) => all.map((c) => c.getAttribute('aria-label')).join('|'));
    const sentences = () => page.locator('.gap-items').innerText();
    await page.locator('.matrix-cell').first().waitFor();
    const before = { cells: await cells(), sentences: await sentences() };
    expect(before.sentences).toMatch(/Constat (robuste|sensible)/);
    await goTo(page, 'Carte');
    await page.locator('.map-box canvas').waitFor();
    await page.waitForTimeout(800);
    const map = await pictureOf(page, '.map-box');

    await page.getByRole('button', { name: 'Réglages' }).click();
    const field = page.getByRole('textbox', { name: /Santé.*insuffisante/ }).first();
    await field.fill('120');
    await field.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => pictureOf(page, '.map-box')).not.toBe(map);
    await goTo(page, 'Besoins');
    await expect.poll(cells).not.toBe(before.cells);
    expect(await sentences()).not.toBe(before.sentences);

    await page.getByRole('button', { name: /^Annuler la dernière action/ }).click();
    await expect.poll(cells).toBe(before.cells);
    expect(await sentences()).toBe(before.sentences);
  });

  test('read by places where they are known: undetermined communes said, places on the card, continuity in words', async () => {
    const { page } = await app.open('?dep=44&ecran=inventaire');
    await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
    await dropFiles(page, 'main', { 'places.csv': places });
    await page.getByRole('button', { name: /Repartir d.un diagnostic vide/ }).click();
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await page.getByText(/9\sacteurs · 9\sdispositifs/).waitFor();
    await goTo(page, 'Carte');
    await page.getByRole('radio', { name: /Logement/ }).click();
    await page.getByText(/indéterminé, selon les places non renseignées.*communes/).waitFor();
    await page.getByText('Lecture par les places : Logement.').waitFor();
    await page.getByRole('radio', { name: 'Tableau' }).click();
    await page.getByRole('button', { name: 'Pouillé-les-Côteaux' }).click();
    const card = page.getByRole('complementary');
    await card.getByText(/fois la référence/).waitFor();
    await card.getByText('de 1 à 3').waitFor();

    await goTo(page, 'Besoins');
    await page
      .getByText(/places à portée pour 1\s000 jeunes/)
      .first()
      .waitFor();
    await page.getByRole('radio', { name: 'Continuité' }).click();
    await page.getByText(/Aucun lien de cette nature n.est recensé/).waitFor();
    await page.getByText('données absentes').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => v.id)).toEqual([]);
  });
});
