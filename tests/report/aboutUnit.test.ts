import { expect, test } from 'vitest';
import { aboutUnit } from '../../src/report/aboutUnit';
import { buildReport } from '../../src/report/buildReport';
import { finalText } from '../../src/report/input';
import { demonstrationInput } from './demonstration';

test('access read by places is shared out among the units: what each lacks adds up to what the whole lacks', async () => {
  const input = await demonstrationInput('2026-11-22', '00');
  const { access, units } = input.analysis;
  const read = input.analysis.domains.filter((d) => access[d]?.measures);
  expect(read.length).toBeGreaterThan(0);
  for (const domain of read) {
    const parts = units.map((u) => aboutUnit(input, u.code)!.analysis.access[domain]!);
    const lacking = parts.reduce((sum, p) => sum + p.measures!.shortfall, 0);
    expect(lacking).toBeCloseTo(access[domain]!.measures!.shortfall, 6);
    expect(parts.map((p) => p.measures!.placesPerThousand)).toEqual(units.map(() => null));
  }
});

test('the sheet of a unit without an actor of its own tells its chain all the same; the booklet names it', async () => {
  const input = await demonstrationInput();
  const sheets = buildReport({ ...input, options: { reading: 'collectivite' } }).sections;
  const chains = sheets.filter((s) => s.id.endsWith('-continuite'));
  expect(chains).toHaveLength(input.analysis.units.length);
  const booklet = buildReport({ ...input, options: { reading: 'public' } });
  const told = JSON.stringify(booklet.sections[0]!.blocks);
  const titles = new Set(booklet.sections.map((s) => s.title));
  const absent = input.analysis.units.map((u) => finalText(u.name, input)).filter((name) => !titles.has(name));
  expect(absent.length).toBeGreaterThan(0);
  for (const name of absent) expect(told).toContain(name);
});

test('the contrat d’engagement jeune that the law names is looked for by its name', async () => {
  const input = await demonstrationInput();
  const told = JSON.stringify(buildReport({ ...input, options: { reading: 'commission', sections: ['obligations'] } }));
  const named = input.diagnosis.inventory.schemes.filter((s) => s.name.startsWith("Contrat d'engagement jeune"));
  expect(named.length).toBeGreaterThan(1);
  expect(told.replaceAll('\u00a0', ' ')).toContain(`${named.length} dispositifs portent le nom du contrat d’engagement jeune.`);
});

test('a partner is proposed for each need that is robust, and for no other, in every reading that lists them', async () => {
  const input = await demonstrationInput();
  const expected = input.analysis.gaps.map((g) => g.robustness?.verdict === 'robuste' && g.candidates.length > 0);
  const robust = expected.filter(Boolean).length;
  expect(robust).toBeGreaterThan(10);
  expect(robust).toBeLessThan(expected.length);
  const said = (reading: 'commission' | 'collectivite', part: string) =>
    buildReport({ ...input, options: { reading } })
      .sections.filter((s) => s.part === part)
      .flatMap((s) => s.blocks)
      .flatMap((b) => (b.kind === 'list' ? b.items : []))
      .map((item) => item.map((t) => (typeof t === 'string' ? t : t.text)).join(''))
      .filter((item) => item.includes('Constat '));
  for (const items of [said('commission', 'besoins'), said('collectivite', 'territoires')]) {
    expect(items).toHaveLength(expected.length);
    expect(items.filter((item) => item.includes('Partenaires à examiner'))).toHaveLength(robust);
    for (const item of items) expect(item.includes('Partenaires à examiner')).toBe(item.includes('Constat robuste'));
  }
});
