import { describe, expect, test } from 'vitest';
import { stagesOf } from '../../src/model/stages';

describe('stages of the way out of child welfare', () => {
  test.each([
    [{ ageMin: 16, ageMax: 25 }, ['16-18', '18-21', '21-25']],
    [{ ageMin: 18, ageMax: 21 }, ['18-21', '21-25']],
    [{ ageMin: 18, ageMax: 20 }, ['18-21']],
    [{ ageMax: 17 }, ['16-18']],
    [{ ageMin: 26 }, []],
    [{ ageMin: 15, ageMax: 15 }, []],
    // Unknown ages serve no stage by ages; the exit is told by whom the scheme is for.
    [{}, []],
    [{ dedication: 'ase' }, ['sortie']],
    [{ publics: ['ase'] }, ['sortie']],
    [{ dedication: 'ase', ageMin: 18, ageMax: 20 }, ['18-21', 'sortie']],
    [{ dedication: 'ase', ageMax: 15 }, []],
    [{ dedication: 'jeunes', ageMin: 18, ageMax: 20 }, ['18-21']],
  ] as const)('%j → %j', (scheme, expected) => {
    expect(stagesOf(scheme)).toEqual(expected);
  });
});
