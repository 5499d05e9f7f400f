import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { type ReadingId, readingIds } from '../../src/document/reportNotes';
import { buildAsked } from '../../src/report/buildAsked';
import { buildReport } from '../../src/report/buildReport';
import type { ReportInput } from '../../src/report/input';
import { lintReport } from '../../src/report/lint';
import { readings } from '../../src/report/readings';
import type { Report } from '../../src/report/report';
import { sectionBuilders } from '../../src/report/sections';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';
import { readingWords } from '../../src/text/reading';
import { actor, scheme, site, tie } from '../analysis/fixture';
import { allTexts, blocksOf, inputOf, smallDiagnosis } from './fixture';

const read = (reading: ReadingId, diagnosis: Diagnosis = smallDiagnosis, more: ReportInput['options'] = {}): Report =>
  buildReport(inputOf(diagnosis, { options: { ...more, reading } }));
const said = (report: Report): string => allTexts(report).join('\n');
const sectionsOf = (report: Report) => report.sections.filter((s) => s.level === 1).map((s) => s.id);
const units = inputOf().analysis.units.map((u) => u.code);

describe.each(readingIds)('the reading « %s »', (reading) => {
  test.each([
    ['in French', {}],
    ['in English', { text: en }],
  ] as const)('%s nothing fails the lint, and every figure has the table of its values', (_, more) => {
    const report = buildReport(inputOf(smallDiagnosis, { ...more, options: { reading } }));
    expect(lintReport(report)).toMatchObject({ ok: true });
    const tables = blocksOf(report, 'table').map((t) => t.id);
    expect(new Set(tables).size).toBe(tables.length);
    for (const { figure } of blocksOf(report, 'figure')) expect(tables).toContain(figure.tableId);
    const ids = report.sections.map((s) => s.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('fair words, French typography, no hole', () => {
    const texts = allTexts(read(reading));
    expect(texts.filter((t) => /undefined|NaN|null|\[object|Infinity/.test(t))).toEqual([]);
    expect(texts.filter((t) => /\p{L}'\p{L}/u.test(t) || / [;:!?»]/.test(t))).toEqual([]);
    expect(texts.filter((t) => /désert|carence|défaillan|zone blanche|abandonn/i.test(t))).toEqual([]);
  });
  test('of an empty inventory it still says what it can', () => {
    const report = read(reading, { ...smallDiagnosis, inventory: { actors: [], sites: [], schemes: [], partnerships: [] } });
    expect(lintReport(report)).toMatchObject({ ok: true });
    expect(report.sections.length).toBeGreaterThan(0);
  });
  test('about each unit: its name on the cover, no need of another unit', () => {
    for (const code of units) {
      const input = inputOf(smallDiagnosis);
      const report = read(reading, smallDiagnosis, { unitCode: code });
      const unit = input.analysis.units.find((u) => u.code === code)!;
      expect(report.meta.subtitle).toContain(unit.name);
      expect(lintReport(report)).toMatchObject({ ok: true });
      const others = input.analysis.units.filter((u) => u.code !== code).map((u) => u.name);
      const needs = report.sections.filter((s) => s.id.startsWith('besoins') || s.id.startsWith('territoire'));
      for (const name of others) expect(JSON.stringify(needs)).not.toContain(`Dans la ${name}`);
    }
  });
  test('about a unit: what is told is of the unit, or says that it is of the whole territory', () => {
    const sections = sectionBuilders.map((s) => s.id);
    for (const unitCode of units) {
      const report = read(reading, smallDiagnosis, { unitCode, sections });
      const gaps = inputOf().analysis.gaps.filter((g) => g.territory.code === unitCode);
      const rows = blocksOf(report, 'table').find((t) => t.id === 'subvention-domaines')!.rows;
      expect(rows.map((r) => Number(r[1])).reduce((sum, n) => sum + n, 0)).toBe(gaps.length);
      const whole = 'Cette partie porte sur tout le territoire : Essai.';
      const firstOf = (part: string) => JSON.stringify(report.sections.find((s) => s.part === part)!.blocks[0]);
      for (const part of ['obligations', 'changements']) expect(firstOf(part).replace('\u00a0', ' ')).toContain(whole);
      expect(blocksOf(report, 'table').find((t) => t.id === 'reseaux-entraide')!.title).toContain('(Essai)');
      expect(said(report)).not.toMatch(/1.intercommunalités|hors du département|jeunes du département/);
      if (unitCode === units[0]) expect(said(read(reading, smallDiagnosis, { sections }))).not.toContain('Cette partie porte');
    }
  });
  test('the same input gives the same report', () => {
    expect(read(reading)).toEqual(read(reading));
  });
});

test('every section of a reading exists, is named in both languages, and every section is of some reading or can be added', () => {
  const ids = sectionBuilders.map((s) => s.id as string);
  for (const { sections } of readings) for (const id of sections) expect(ids).toContain(id);
  for (const lang of ['fr', 'en'] as const) expect(Object.keys(readingWords(lang).sections).sort()).toEqual([...ids].sort());
});

test('how many of a need are dedicated, how many have a place: none, one, all are words', () => {
  const { counts } = readingWords('fr').legal;
  expect(
    [counts(21, 0, 15), counts(23, 23, 1), counts(4, 1, 4), counts(1, 1, 0), counts(1, 0, 1)].map((s) => s.split(', ')),
  ).toEqual([
    ['21 dispositifs recensés', 'dont aucun dédié aux jeunes', 'à l’ASE ou à la PJJ\u202f; 15 ont un lieu connu.'],
    ['23 dispositifs recensés', 'tous dédiés aux jeunes', 'à l’ASE ou à la PJJ\u202f; 1 a un lieu connu.'],
    ['4 dispositifs recensés', 'dont 1 dédié aux jeunes', 'à l’ASE ou à la PJJ\u202f; tous ont un lieu connu.'],
    ['1 dispositif recensé', 'dédié aux jeunes', 'à l’ASE ou à la PJJ\u202f; son lieu n’est pas connu.'],
    ['1 dispositif recensé', 'non dédié aux jeunes', 'à l’ASE ou à la PJJ\u202f; son lieu est connu.'],
  ]);
  const { dedicated } = readingWords('fr').obligations;
  expect([dedicated(11, 34), dedicated(1, 4), dedicated(16, 16), dedicated(1, 1)]).toEqual([
    'dont 11 dédiés à l’ASE ou à la PJJ',
    'dont 1 dédié à l’ASE ou à la PJJ',
    'tous dédiés à l’ASE ou à la PJJ',
    'dédié à l’ASE ou à la PJJ',
  ]);
  expect(readingWords('en').legal.counts(3, 0, 3)).toBe(
    '3 schemes recorded, none of them dedicated to young people, ASE or PJJ; all with a known place.',
  );
});

describe('what the user wrote', () => {
  const write = (key: string, text: string, of: string) =>
    apply(smallDiagnosis, { type: 'writeText', reading: 'commission', key, text, of });
  const intro = blocksOf(read('commission'), 'paragraph').find((p) => p.edit?.key === 'obligations/intro')!;
  test('stands in the place of the computed words, in final typography, in its reading only', () => {
    const diagnosis = write('obligations/intro', "Nos mots : l'essentiel !\n\nPuis la suite.", intro.edit!.computed);
    const report = read('commission', diagnosis);
    expect(said(report)).toContain('Nos mots\u00a0: l’essentiel\u202f!');
    expect(said(report)).not.toContain(intro.edit!.computed);
    const own = blocksOf(report, 'paragraph').filter((p) => p.edit?.own !== undefined);
    expect(own).toHaveLength(1);
    expect(own[0]!.edit!.isStale).toBeUndefined();
    expect(blocksOf(report, 'paragraph').some((p) => p.text[0] === 'Puis la suite.')).toBe(true);
    expect(said(read('fondation', diagnosis))).not.toContain('Nos mots');
  });
  test('is told to be out of date once the computed words are others', () => {
    const report = read('commission', write('obligations/intro', 'Nos mots', 'Un ancien texte calculé'));
    const own = blocksOf(report, 'paragraph').find((p) => p.edit?.own !== undefined)!;
    expect(own.edit).toMatchObject({ own: 'Nos mots', isStale: true, computed: intro.edit!.computed });
  });
  test('title, signature, foreword and a comment at the head of a section', () => {
    let diagnosis = smallDiagnosis;
    for (const [key, text] of [
      ['titre', 'Le titre'],
      ['signature', 'La mission'],
      ['avant-propos', 'Avant tout'],
      ['methode/commentaire', 'Un mot de méthode'],
    ])
      diagnosis = apply(diagnosis, { type: 'writeText', reading: 'commission', key: key!, text: text!, of: '' });
    const report = read('commission', diagnosis);
    expect(report.meta).toMatchObject({ title: 'Le titre', author: 'La mission' });
    expect(report.cover[0]).toMatchObject({ kind: 'paragraph', text: ['Avant tout'] });
    expect(report.sections.find((s) => s.id === 'methode')!.blocks[0]).toMatchObject({ text: ['Un mot de méthode'] });
  });
  test('every place that can be written has a key of its own', () => {
    for (const reading of readingIds) {
      const keys = blocksOf(read(reading), 'paragraph').flatMap((p) => p.edit?.key ?? []);
      expect(keys.length).toBeGreaterThan(0);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('how it is put together', () => {
  test('sections chosen and ordered; one that is unknown is left out', () => {
    const diagnosis = apply(smallDiagnosis, {
      type: 'setReading',
      choice: { reading: 'commission', sections: ['sources', 'synthese', 'd-une-autre-version'], landscape: true },
    });
    const report = read('commission', diagnosis);
    expect(sectionsOf(report)).toEqual(['sources', 'synthese']);
    expect(report.parts).toEqual(['sources', 'synthese', 'd-une-autre-version']);
    expect(report.meta.sheet).toBe('a4-paysage');
    expect(read('public').meta.sheet).toBe('a5');
  });
  test('tables and figures are numbered in the order chosen', () => {
    const diagnosis = apply(smallDiagnosis, {
      type: 'setReading',
      choice: { reading: 'fondation', sections: ['communes', 'cartes', 'besoins'] },
    });
    const numbers = blocksOf(read('fondation', diagnosis), 'table').map((t) => t.number);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });
  test('the sheet and the readings are asked for alike', () => {
    const input = inputOf();
    expect(buildAsked({ kind: 'fiche', unitCode: null, earlier: null }, input).meta.format).toBe('fiche');
    expect(buildAsked({ kind: 'reseau', unitCode: null, earlier: null }, input)).toEqual(read('reseau'));
    expect(() => read('reseau', smallDiagnosis, { unitCode: 'nulle-part' })).toThrow('nulle-part');
  });
});

describe('names in what is said of fragility', () => {
  // A star: who leaves it leaves the others without any tie.
  const ids = Array.from({ length: 12 }, (_, i) => `x-${i}`);
  const star: Diagnosis = {
    ...smallDiagnosis,
    inventory: {
      actors: ids.map((id, i) => actor(id, { name: i === 0 ? 'La Maison du centre' : `Association ${i}`, kind: 'association' })),
      sites: [],
      schemes: [],
      partnerships: ids.slice(1).map((id) => tie('x-0', id)),
    },
  };
  const findings = (report: Report) =>
    JSON.stringify(report.sections.filter((s) => /^reseau-(constats|fragilite|intermediaires)/.test(s.id)));
  test('are printed, or the kind of actor where they are hidden', () => {
    expect(findings(read('commission', star))).toContain('La Maison du centre');
    const hidden = apply(star, { type: 'setReading', choice: { reading: 'commission', hideNames: true } });
    const told = findings(read('commission', hidden));
    expect(told).not.toContain('La Maison du centre');
    expect(told).toContain('un acteur (association');
    expect(findings(read('reseau', hidden))).toContain('La Maison du centre');
  });
});

describe('the booklet for everybody', () => {
  const open: Diagnosis = {
    ...smallDiagnosis,
    inventory: {
      actors: [
        actor('p-1', { name: 'Mission locale', kind: 'mission-locale', contact: 'Mme Secrète 0102030405', note: 'Note interne' }),
        actor('p-2', { name: 'MECS Les Tilleuls', kind: 'mecs' }),
        actor('p-3', { name: 'Service fermé', kind: 'association' }),
        actor('p-4', { name: 'Écoute à distance', kind: 'association' }),
      ],
      sites: [
        {
          ...site('1', -1.9, '44001', { communeName: 'Alpha', address: '1 place du Marché', precision: 'adresse' }),
          actorId: 'p-1',
        },
        {
          ...site('2', -1.6, '44004', { communeName: 'Delta', address: '12 rue Secrète', precision: 'adresse' }),
          actorId: 'p-2',
        },
      ],
      schemes: [
        {
          ...scheme('1', ['emploi'], { name: 'Accompagnement', ageMin: 16, ageMax: 25, conditions: 'Sur rendez-vous' }),
          actorId: 'p-1',
        },
        { ...scheme('2', ['logement'], { name: 'Hébergement', note: 'Note interne' }), actorId: 'p-2' },
        { ...scheme('3', ['sante'], { closed: true, siteIds: [] }), actorId: 'p-3' },
        { ...scheme('4', ['sante'], { name: 'Ligne', mode: 'distance', siteIds: [] }), actorId: 'p-4' },
      ],
      partnerships: [],
    },
  };
  const report = read('public', open);
  const cards = blocksOf(report, 'cards').flatMap((c) => c.items);
  test('who, for what, for whom, where, how', () => {
    expect(cards.find((c) => c.title === 'Mission locale')).toEqual({
      title: 'Mission locale',
      tag: fr.model.kinds['mission-locale'],
      lines: [
        { label: 'Pour quoi\u00a0: ', text: 'Accompagnement' },
        { label: 'Pour qui\u00a0: ', text: 'de 16\u00a0à\u00a025\u00a0ans' },
        { label: 'Où\u00a0: ', text: '1 place du Marché, Alpha' },
        { label: 'Comment\u00a0: ', text: 'Sur rendez-vous' },
      ],
    });
  });
  test('nothing internal, no address of a protected place, nothing closed', () => {
    expect(said(report)).not.toMatch(/Secrète|0102030405|Note interne|Service fermé/);
    expect(
      cards
        .find((c) => c.title === 'MECS Les Tilleuls')!
        .lines.map((l) => l.text)
        .join(),
    ).toContain('Delta');
  });
  test('open services of which no domain is known are counted, not shown; nothing is said where there are none', () => {
    const silent = /ne sont pas dans ce livret|n’est pas dans ce livret/;
    expect(said(report)).not.toMatch(silent);
    const dumb = (id: string, more = {}) => ({
      ...scheme(id, [], { name: `Muet ${id}`, ...more }),
      actorId: 'p-1',
      siteIds: ['s-1'],
    });
    const withSchemes = (...more: ReturnType<typeof dumb>[]) =>
      read('public', { ...open, inventory: { ...open.inventory, schemes: [...open.inventory.schemes, ...more] } });
    const one = withSchemes(dumb('5'), dumb('6', { closed: true }));
    expect(said(one)).toContain('Un service de l’inventaire n’est pas dans ce livret');
    expect(said(one)).not.toContain('Muet');
    expect(said(withSchemes(dumb('5'), dumb('7')))).toMatch(/2\sservices de l’inventaire ne sont pas dans ce livret/);
  });
  test('what is read is not all that helps: rights and support are in it, though no level is computed for them', () => {
    const caf = { ...scheme('5', ['droits'], { name: 'Prestations' }), actorId: 'p-1', siteIds: ['s-1'] };
    const suite = { ...scheme('6', ['suivi'], { name: 'Suite' }), actorId: 'p-1', siteIds: ['s-1'] };
    const more = read('public', { ...open, inventory: { ...open.inventory, schemes: [...open.inventory.schemes, caf, suite] } });
    const { droits, suivi } = readingWords('fr').directory.domains;
    const titled = (title: string) => more.sections.filter((s) => s.title === title).flatMap((s) => JSON.stringify(s.blocks));
    expect(titled(droits).join()).toContain('Prestations');
    expect(titled(suivi).join()).toContain('Suite');
    expect(said(more)).not.toMatch(/pas dans ce livret/);
  });
  test('whatever sections are added to it, and of whatever unit, nothing internal reaches it', () => {
    const secret: Diagnosis = {
      ...open,
      title: 'Diagnostic',
      inventory: {
        ...open.inventory,
        schemes: open.inventory.schemes.map((s) => (s.id === 's-2' ? { ...s, conditions: 'Sonner rue Secrète' } : s)),
        partnerships: [{ ...tie('p-1', 'p-2'), status: 'souhaite', nextAction: 'Appeler Mme Secrète' }],
      },
      snapshots: [
        {
          id: 'e',
          name: 'État secret',
          takenOn: '2026-05-12',
          inventory: { ...open.inventory, schemes: open.inventory.schemes.slice(1) },
          census: [],
        },
      ],
    };
    const sections = sectionBuilders.map((s) => s.id);
    const chosen = apply(secret, { type: 'setReading', choice: { reading: 'public', sections } });
    for (const more of [{}, { earlier: secret.snapshots[0]! }, ...units.map((unitCode) => ({ unitCode }))]) {
      const all = read('public', chosen, more);
      expect(lintReport(all)).toMatchObject({ ok: true });
      expect(all.parts).toEqual(sections);
      expect(JSON.stringify(all)).not.toMatch(/secr[eè]t|0102030405|Note interne/i);
    }
  });
  test('a map added to it shows protected places at their commune, though the diagnosis shows them where they are', () => {
    const shown = (showProtectedPlaces: boolean, reading: ReadingId) => {
      const sites = open.inventory.sites.map((s) => (s.id === 's-2' ? { ...s, point: { lon: -1.63, lat: 47.02 } } : s));
      const settings = { ...open.settings, showProtectedPlaces };
      const command = { type: 'setReading', choice: { reading, sections: ['cartes'] } } as const;
      const diagnosis = apply({ ...open, settings, inventory: { ...open.inventory, sites } }, command);
      return JSON.stringify(read(reading, diagnosis).sections);
    };
    expect(shown(true, 'public')).toBe(shown(false, 'public'));
    // The test can tell: elsewhere they do differ.
    expect(shown(true, 'commission')).not.toBe(shown(false, 'commission'));
  });
  test('what is near comes first, unit by unit; what is at a distance has a chapter of its own', () => {
    expect(sectionsOf(report).at(-1)).toBe('partout');
    expect(sectionsOf(report).filter((id) => id.startsWith('pres-')).length).toBeGreaterThan(0);
    expect(cards.filter((c) => c.title === 'Écoute à distance')).toHaveLength(1);
  });
});

describe('what changed', () => {
  const later: Diagnosis = {
    ...smallDiagnosis,
    inventory: {
      ...smallDiagnosis.inventory,
      schemes: [...smallDiagnosis.inventory.schemes.slice(1), scheme('9', ['sante'], { name: 'Consultation nouvelle' })],
    },
    snapshots: [
      {
        id: 's-1',
        name: 'Commission de mai',
        takenOn: '2026-05-12',
        inventory: smallDiagnosis.inventory,
        census: smallDiagnosis.census,
      },
    ],
  };
  test('since the latest state: counts that add up, names of what opened and closed', () => {
    const report = read('commission', later);
    expect(said(report)).toContain('Depuis l’état «\u00a0Commission de mai\u00a0», pris le 12 mai 2026.');
    const row = blocksOf(report, 'table')
      .find((t) => t.id === 'changements')!
      .rows[0]!.map(String);
    expect(row).toEqual(['Dispositifs', '1', '1', '0', String(later.inventory.schemes.length - 1)]);
    expect(JSON.stringify(report.sections.find((s) => s.id === 'changements-ouverts'))).toContain('Consultation nouvelle');
    expect(JSON.stringify(report.sections.find((s) => s.id === 'changements-fermes'))).toContain('Point d’accueil');
  });
  test('a state against itself: nothing changed', () => {
    const same = { ...later, inventory: smallDiagnosis.inventory };
    const rows = blocksOf(read('commission', same), 'table').find((t) => t.id === 'changements')!.rows;
    for (const row of rows) expect(row.slice(1, 4)).toEqual(['0', '0', '0']);
  });
  test('without a state it says how to have one', () => {
    expect(said(read('commission'))).toContain('Aucun état daté n’est gardé');
  });
});
