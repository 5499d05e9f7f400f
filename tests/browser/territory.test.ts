import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { download, dropFiles, openBrowser } from './harness';

const app = openBrowser();

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Écrans' }).getByText(name, { exact: true }).click();
const tab = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Parties de l’inventaire' }).getByText(name).click();

const openTerritory = async (page: Page) => {
  await goTo(page, 'Inventaire');
  await tab(page, 'Territoire');
  await page.getByRole('heading', { name: 'Secteurs de travail' }).waitFor();
};

describe('territory', () => {
  test('sectors drawn on the map, by click and by keyboard, are the mesh of reading; undone; exported', async () => {
    const { page } = await app.open('?dep=44&ecran=inventaire');
    await openTerritory(page);
    await page.getByRole('button', { name: 'Dessiner sur la carte' }).click();
    const name = page.getByRole('textbox', { name: 'Nom du nouveau secteur' });
    await name.fill('UTAS Nantes');
    await name.press('Enter');
    await page.getByText('UTAS Nantes : 0 commune').waitFor();
    await page.getByRole('radio', { name: /toute l.intercommunalité/ }).click();
    const canvas = page.locator('.map-box canvas').first();
    const box = (await canvas.boundingBox())!;
    // The middle of the frame lies in Nantes Métropole or beside it: whole EPCI come at a click.
    await canvas.click({ position: { x: box.width * 0.56, y: box.height * 0.62 } });
    await expect.poll(() => page.getByText(/UTAS Nantes\s:\s\d+\scommunes, environ/).count()).toBe(1);
    const said = (await page.getByText(/UTAS Nantes\s:\s\d+\scommunes, environ/).textContent()) ?? '';
    const clicked = Number(/:\s(\d+)/.exec(said)?.[1]);
    expect(clicked).toBeGreaterThan(1);

    await page.getByRole('radio', { name: 'Tableau' }).click();
    await page.getByRole('button', { name: 'Commune' }).click();
    const first = page.getByLabel('Secteur de Abbaretz').or(page.getByLabel('Secteur d’Abbaretz'));
    await first.selectOption({ label: 'UTAS Nantes' });
    await page.getByText(`UTAS Nantes : ${clicked + 1} communes`).waitFor();
    await page.getByRole('button', { name: 'Terminer' }).click();

    await page.getByRole('radio', { name: 'Carte' }).click();
    await goTo(page, 'Besoins');
    await page.getByText('UTAS Nantes').first().waitFor();

    await openTerritory(page);
    const { name: file, bytes } = await download(page, () => page.getByRole('button', { name: 'Exporter (CSV)' }).click());
    expect(file).toBe('secteurs-44.csv');
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines).toHaveLength(clicked + 2);
    expect(lines[1]).toMatch(/^44001;Abbaretz;UTAS Nantes$/);

    await page.getByRole('button', { name: /^Annuler/ }).click();
    await page.getByRole('row', { name: new RegExp(`UTAS Nantes.*${clicked}`) }).waitFor();
  });

  test('numbers of ASE young people entered, shown on the card, kept after a reload; INSEE figures dropped', async () => {
    const { page } = await app.open('?dep=44&ecran=inventaire');
    await openTerritory(page);
    const field = page.getByRole('textbox', { name: /Jeunes suivis par ASE, Nantes Métropole/ });
    await field.fill('412');
    await field.press('Enter');
    await page.getByText('Nombre de jeunes enregistré.').waitFor();
    await page.getByRole('row', { name: /Nantes Métropole.*16-21 ans/ }).waitFor();

    await tab(page, 'Fichiers');
    await dropFiles(page, 'main', { 'insee.csv': 'CODGEO;P22_POP;P22_POP1824\n44109;320000;52345.5\n44184;70000;5012\n' });
    await page.getByText('habitants de 18 à 24 ans (une commune par ligne)').waitFor();
    await page.getByRole('button', { name: /^Ajouter au diagnostic/ }).click();
    await tab(page, 'Territoire');
    await page
      .getByText(/recensement de la population \(P22_POP1824\), 2022\s; estimation proportionnelle pour 205\scommunes/)
      .waitFor();

    await page.reload();
    await openTerritory(page);
    await page.getByText(/P22_POP1824\), 2022/).waitFor();
    expect(await page.getByRole('textbox', { name: /Jeunes suivis par ASE, Nantes Métropole/ }).inputValue()).toBe('412');
  });

  test('a perimeter: the Métropole de Lyon alone, then back', async () => {
    const { page } = await app.open('?dep=69&ecran=inventaire');
    await openTerritory(page);
    await page.getByRole('button', { name: 'Choisir un périmètre' }).click();
    await page.getByRole('checkbox', { name: 'Métropole de Lyon' }).check({ force: true });
    await page.getByRole('button', { name: 'Appliquer ce périmètre' }).click();
    await page.getByText('Métropole de Lyon, 58 communes').waitFor();
    await page.getByRole('button', { name: 'Revenir à tout le département' }).click();
    await page.getByText('Tout le département (Rhône)').waitFor();
  });
});
