import { expect, test } from 'vitest';
import { aboutUnit } from '../../src/report/aboutUnit';
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
