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

describe('addresses', () => {
  const service = 'https://data.geopf.fr/';
  const allowing = openBrowser({ allowed: [service] });
  test('placed by the official service at the user’s word only: sure ones together, doubtful ones one by one', async () => {
    const { page, context } = await allowing.open('?dep=49&ecran=inventaire');
    const sent: string[] = [];
    await context.route(`${service}**`, (route) => {
      sent.push(route.request().postData() ?? '');
      return route.fulfill({
        contentType: 'text/csv',
        headers: { 'access-control-allow-origin': '*' },
        body:
          'id,adresse,citycode,longitude,latitude,result_score,result_type,result_label,result_citycode\n' +
          '0,x,49007,-0.5563,47.4698,0.93,housenumber,12 Rue du Port 49000 Angers,49007\n' +
          '1,x,49099,-0.8796,47.0602,0.55,street,Rue de la Moine 49300 Cholet,49099\n',
      });
    });
    await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
    await dropFiles(page, 'main', {
      'lieux.csv':
        'nom;adresse;ville;type_acteur\nAccueil;12 rue du Port BP 3;Angers;association\nAtelier;rue de la Moine;Cholet;association\nFoyer;1 rue C;Angers;mecs\n',
    });
    await page.getByRole('button', { name: /^Ajouter au diagnostic/ }).click();
    await page.getByRole('button', { name: 'Placer les adresses…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('12 rue du Port, Angers').waitFor();
    await dialog.getByText(/1\slieu protégé/).waitFor();
    expect(sent).toEqual([]);
    await dialog.getByRole('button', { name: /Envoyer 2\sadresses/ }).click();
    await dialog.getByText('Sûres (1)').waitFor();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('12 rue du Port, Angers');
    expect(sent[0]).not.toContain('Accueil');
    expect(sent[0]).not.toContain('1 rue C');
    await dialog.getByRole('checkbox', { name: /Atelier/ }).check({ force: true });
    await dialog.getByRole('button', { name: /Placer 2\slieux/ }).click();
    await page.getByText(/2\slieux placés à leur adresse/).waitFor();
    await page.getByRole('button', { name: 'Placer les adresses…' }).click();
    await dialog.getByText(/Aucune adresse à placer/).waitFor();
  });
  test('an answer that is a web page is a failure, tried again; the keyboard stays in the dialog', async () => {
    const { page, context } = await allowing.open('?dep=49&ecran=inventaire');
    const answers = ['<html><body>Portail de connexion</body></html>'];
    await context.route(`${service}**`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'access-control-allow-origin': '*' },
        body:
          answers.shift() ??
          'id,adresse,citycode,longitude,latitude,result_score,result_type,result_label,result_citycode\n' +
            '1,x,49007,-0.5563,47.4698,0.93,housenumber,Deux,49007\n0,x,49007,-0.5563,47.4698,0.91,housenumber,Un,49007\n',
      }),
    );
    await page.getByRole('heading', { name: 'Inventaire' }).waitFor();
    const rows = Array.from({ length: 9 }, (_, i) => `Service ${i};${i + 1} rue du Port;Angers;association\n`);
    await dropFiles(page, 'main', {
      'lieux.csv': `nom;adresse;ville;type_acteur\n${rows.join('')}SOS femmes violences;1 rue C;Angers;association\n`,
    });
    await page.getByRole('button', { name: /^Ajouter au diagnostic/ }).click();
    await page.getByRole('button', { name: 'Placer les adresses…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/1\slieu protégé/).waitFor();
    expect(await dialog.getByText('9 rue du Port, Angers').isVisible()).toBe(false);
    await dialog.getByText(/Voir 3\sautres adresses/).click();
    expect(await dialog.getByText('9 rue du Port, Angers').isVisible()).toBe(true);

    await page.keyboard.press('Control+z');
    await dialog.getByRole('button', { name: /Envoyer 9\sadresses/ }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText(/n’est pas celle du géocodeur/).waitFor();
    expect(await dialog.getByText(/trouvée|peut être gardé/).count()).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await focused()).toBe('Ce que le service a trouvé');
    await dialog.getByRole('button', { name: 'Réessayer' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('Sûres (2)').waitFor();
    expect(await dialog.locator('.found-places strong').allTextContents()).toEqual(['Service 0', 'Service 1']);
    expect(await focused()).toBe('Ce que le service a trouvé');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // Undo did nothing under the dialog: the file is still there.
    await page.getByText('lieux.csv').first().waitFor();
  });
});
