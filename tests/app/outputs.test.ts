import { afterEach, describe, expect, test, vi } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { readNeeds } from '../../src/analysis/needs';
import { takeOutWith } from '../../src/app/outputs';
import type { Diagnosis } from '../../src/document/diagnosis';
import { createAppStore } from '../../src/state/store';
import { buildTerritory } from '../../src/territory/territory';
import type { CoreClient } from '../../src/worker/client';
import { actor, diagnosisOf, scheme, site } from '../analysis/fixture';
import { smallFile } from '../territory/fixture';

const { given } = vi.hoisted(() => ({ given: [] as { name: string; body: string }[] }));
vi.mock('../../src/app/download', () => ({ download: (name: string, body: string) => given.push({ name, body }) }));
vi.mock('../../src/app/assets', () => ({}));
afterEach(() => given.splice(0));

const territory = buildTerritory(smallFile);
const diagnosis = diagnosisOf({
  actors: [actor('a-x')],
  sites: [site('x', -1.9, '44001')],
  schemes: [scheme('x', ['logement'], {})],
});

/** A worker of which every other question is overtaken by a newer one, as when the screen asks at the same time. */
const client = {
  core: {
    analyse: async (d: Diagnosis) => analyse(d, territory),
    needs: async (d: Diagnosis) => readNeeds(d, territory),
  },
  frameOf: async (d: Diagnosis) => d,
  newest: async () => null,
} as unknown as CoreClient;

describe('tables taken away', () => {
  test.each([
    ['matrix-csv', 'needs', 6 * 3],
    ['communes-csv', 'needs', 6 * 4],
    ['communes-csv', 'domains', 4 * 4],
  ] as const)('%s by %s: always the file, though nothing is on screen and the screen asks too', async (output, by, lines) => {
    const store = createAppStore(diagnosis);
    await takeOutWith(store, client, { output, by });
    expect(given).toHaveLength(1);
    expect(given[0]!.body.trim().split('\r\n')).toHaveLength(1 + lines);
  });
});
