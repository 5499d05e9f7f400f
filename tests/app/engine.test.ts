import { describe, expect, test, vi } from 'vitest';
import { analyse, analyseAtOnce } from '../../src/analysis/analyse';
import type { Analysis } from '../../src/analysis/analysis';
import { keepAnalysed } from '../../src/app/engine';
import type { Diagnosis } from '../../src/document/diagnosis';
import { createAppStore, dispatchTo } from '../../src/state/store';
import { buildTerritory } from '../../src/territory/territory';
import type { CoreClient } from '../../src/worker/client';
import { actor, diagnosisOf, scheme, site } from '../analysis/fixture';
import { smallFile } from '../territory/fixture';

const territory = buildTerritory(smallFile);
/** One place of known capacity: read by places, so that its robustness takes runs. */
const withPlaces = (places: number) =>
  diagnosisOf({
    actors: [actor('a-x')],
    sites: [site('x', -1.9, '44001')],
    schemes: [scheme('x', ['logement'], { places })],
  });

/** A store, and a worker whose answers come when they are let. */
function setUp(diagnosis: Diagnosis) {
  const store = createAppStore(diagnosis);
  store.setState({ territory });
  const completions: { of: Diagnosis; settle: (answer: Analysis | null) => void }[] = [];
  const core = {
    completeAnalysis: (of: Diagnosis) => new Promise((settle) => completions.push({ of, settle })),
  };
  const client = {
    core,
    frameOf: async (d: Diagnosis) => d,
    analyseAtOnce: async (d: Diagnosis) => analyseAtOnce(d, territory),
    newest: async (_: string, ask: () => Promise<unknown>) => ask(),
  } as unknown as CoreClient;
  const stop = keepAnalysed(store, client, (error) => {
    throw error;
  });
  return { store, completions, stop };
}
const robustnessIn = (store: ReturnType<typeof createAppStore>) => store.getState().analysis?.robustness;

describe('keeping the analysis', () => {
  test('what is known at once is shown at once, the robustness follows', async () => {
    const { store, completions, stop } = setUp(withPlaces(11));
    await vi.waitFor(() => expect(completions).toHaveLength(1));
    const first = store.getState().analysis!;
    expect([first.robustness, first.communes[0]!.domains.logement!.robustness]).toEqual(['en-cours', null]);
    completions[0]!.settle(analyse(completions[0]!.of, territory));
    await vi.waitFor(() => expect(robustnessIn(store)).toBe('faite'));
    const complete = store.getState().analysis!;
    expect(complete.communes[0]!.domains.logement!.robustness).toBeTypeOf('number');
    // What the robustness does not change stays the very same, so that nothing is laid out again.
    expect([complete.network, complete.placed]).toEqual([first.network, first.placed]);
    expect(complete.network).toBe(first.network);
    stop();
  });
  test('a newer change: the robustness of the older document is not shown', async () => {
    const { store, completions, stop } = setUp(withPlaces(12));
    await vi.waitFor(() => expect(completions).toHaveLength(1));
    const catchments = { ...store.getState().history.present.settings.catchments, logement: 25 };
    dispatchTo(store, { type: 'changeSettings', settings: { catchments } });
    await vi.waitFor(() => expect(completions).toHaveLength(2));
    completions[0]!.settle(analyse(completions[0]!.of, territory));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.getState().analysis!.settings.catchments.logement).toBe(25);
    expect(robustnessIn(store)).toBe('en-cours');
    // The worker gives up a run that was overtaken.
    completions[1]!.settle(null);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(robustnessIn(store)).toBe('en-cours');
    stop();
  });
  test('nothing is asked for again in presence mode', async () => {
    const { store, completions, stop } = setUp(diagnosisOf({}));
    await vi.waitFor(() => expect(robustnessIn(store)).toBe('faite'));
    expect(completions).toEqual([]);
    stop();
  });
});
