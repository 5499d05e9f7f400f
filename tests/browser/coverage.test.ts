import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { loadTerritory } from '../territory/fixture';
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

/** Three thousand fictional places of housing over the département, all with their places. */
function manyPlaces(): string {
  const { communes } = loadTerritory('44');
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const { code, lon, lat } = communes[(i * 7) % communes.length]!;
    const shift = ((i % 13) - 6) / 400;
    return `Essai ${i};${code};${lon + shift};${lat - shift};logement;${1 + ((i * i) % 37)}`;
  });
  return `nom;code_insee;longitude;latitude;domaine;places\n${rows.join('\n')}\n`;
}

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

  test('with many places the reading comes first and its robustness follows; a move meanwhile is read too; other methods on demand', async () => {
    const { page } = await app.open('?dep=44&ecran=inventaire');
    await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
    await dropFiles(page, 'main', { 'lieux.csv': manyPlaces() });
    await page.getByRole('button', { name: /Repartir d.un diagnostic vide/ }).click();
    await page.getByRole('button', { name: 'Ajouter au diagnostic' }).click();
    await page.getByText(/3\s000\sacteurs ·/).waitFor();
    await goTo(page, 'Besoins');
    const needs = page.locator('.gap-items');
    await expect.poll(() => needs.innerText(), { timeout: 15_000 }).toMatch(/Constat (robuste|sensible|isolé)/);
    // What the list says, one state after the other.
    await page.evaluate(`(() => {
      window.states = [];
      const look = () => {
        const text = document.querySelector('.gap-items')?.textContent ?? '';
        const state = /en cours de calcul/.test(text) ? 'en cours' : /Constat/.test(text) ? 'dit' : '';
        if (state !== '' && state !== window.states.at(-1)) window.states.push(state);
        requestAnimationFrame(look);
      };
      look();
    })()`);
    await page.getByRole('button', { name: 'Réglages' }).click();
    const limit = page.getByRole('textbox', { name: /Logement : au-delà/ });
    await limit.fill('50');
    await limit.press('Enter');
    await limit.press('ArrowDown');
    await expect.poll(() => page.evaluate('window.states.slice(-2)'), { timeout: 15_000 }).toEqual(['en cours', 'dit']);
    await expect.poll(() => limit.inputValue()).toBe('45');

    await page.keyboard.press('Escape');
    await goTo(page, 'Carte');
    await page.getByRole('radio', { name: /Logement/ }).click();
    await page.getByRole('button', { name: 'Réglages' }).click();
    await page.getByText('Méthodes avancées').click();
    const table = page.getByRole('table', { name: /Logement.*E2SFCA/ });
    await table.getByRole('row', { name: /^RAAM.*par rang seulement/ }).waitFor({ timeout: 60_000 });
    expect(await table.getByRole('row', { name: /^3SFCA/ }).innerText()).toMatch(/[01],\d{3}.*sur 207/s);
  });

  test('a comparison of methods that fails is said', async () => {
    const { page } = await app.open('?dep=00&ecran=carte&domaine=logement', async (context) => {
      await context.route(/\/assets\/sensitivity-.*\.js/, (route) =>
        route.fulfill({ body: 'throw new Error("essai")', contentType: 'text/javascript' }),
      );
    });
    await page.getByRole('button', { name: 'Réglages' }).click();
    await page.getByText('Méthodes avancées').click();
    await page
      .getByRole('alert')
      .getByText(/La comparaison n.a pas abouti/)
      .waitFor();
  });
});
