import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { analyseAtOnce } from '../../src/analysis/analyse';
import { takeOutWith } from '../../src/app/outputs';
import { stopReport } from '../../src/app/reportOutputs';
import type { Diagnosis } from '../../src/document/diagnosis';
import { start } from '../../src/document/history';

import { type AppStore, createAppStore } from '../../src/state/store';
import { buildTerritory } from '../../src/territory/territory';
import type { CoreClient } from '../../src/worker/client';
import { actor, diagnosisOf, scheme, site } from '../analysis/fixture';
import { smallFile } from '../territory/fixture';

const { given } = vi.hoisted(() => ({ given: [] as { name: string; body: string | Uint8Array }[] }));
vi.mock('../../src/app/download', () => ({
  download: (name: string, body: string | Uint8Array) => given.push({ name, body }),
}));
vi.mock('../../src/app/assets', () => ({ loadFont: async () => new Uint8Array(), loadFace: async () => '' }));
afterEach(() => given.splice(0));

const territory = buildTerritory(smallFile);
const diagnosis: Diagnosis = {
  ...diagnosisOf({
    actors: [actor('a-x')],
    sites: [site('x', -1.9, '44001')],
    schemes: [scheme('x', ['logement'], {})],
  }),
  title: 'avant',
};

/** A worker whose documents hold nothing but the title of the state that they are made from. */
function openWith(meanwhile: (store: AppStore, client: CoreClient) => void) {
  const store = createAppStore(diagnosis);
  store.setState({ territory, analysis: analyseAtOnce(diagnosis, territory) });
  let asked = 0;
  const answer = (title: string) => {
    asked += 1;
    if (asked === 1) meanwhile(store, client);
    return title;
  };
  const client = {
    core: {
      reportPdf: async ({ title }: Diagnosis) => new TextEncoder().encode(answer(title)),
      reportHtml: async ({ title }: Diagnosis) => answer(title),
      stopReport: async () => {},
    },
    frameOf: async (d: Diagnosis) => d,
  } as unknown as CoreClient;
  return { store, client, asked: () => asked };
}

describe('documents of the report screen', () => {
  test('all the sheets of one archive tell one state, whatever is changed while they are made', async () => {
    const { store, client } = openWith((s) => s.setState({ history: start({ ...diagnosis, title: 'après' }) }));
    await takeOutWith(store, client, { output: 'units-pdf' });
    const files = Object.values(unzipSync(given[0]!.body as Uint8Array));
    const units = store.getState().analysis!.units.length;
    expect(units).toBeGreaterThan(1);
    expect(files.map((f) => new TextDecoder().decode(f))).toEqual(Array.from({ length: units }, () => 'avant'));
  });
  test('another territory opened meanwhile ends the work: nothing is written', async () => {
    const { store, client, asked } = openWith((s) => s.setState({ territory: buildTerritory(smallFile) }));
    await takeOutWith(store, client, { output: 'units-pdf' });
    expect([given, asked(), store.getState().work]).toEqual([[], 1, null]);
    expect(store.getState().message?.text).toMatch(/^Export annulé/);
  });
  test.each(['report-html', 'report-pdf'] as const)('stopped while %s is made: nothing is written', async (output) => {
    const { store, client } = openWith((_, c) => stopReport(c));
    await takeOutWith(store, client, { output });
    expect(given).toEqual([]);
    expect(store.getState().message?.text).toMatch(/^Export annulé/);
    // And the next one is.
    await takeOutWith(store, client, { output });
    expect(given).toHaveLength(1);
  });
});
