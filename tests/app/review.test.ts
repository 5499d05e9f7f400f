import { expect, test, vi } from 'vitest';
import { keepReviewed } from '../../src/app/engine';
import { createAppStore } from '../../src/state/store';
import { buildTerritory } from '../../src/territory/territory';
import type { CoreClient } from '../../src/worker/client';
import { actor, diagnosisOf } from '../analysis/fixture';
import { smallFile } from '../territory/fixture';

test('duplicates that could not be looked for are asked for again, those that were found are not', async () => {
  const store = createAppStore(diagnosisOf({ actors: [actor('a-x')] }));
  const found = { groups: [], doubtful: [] };
  const duplicates = vi.fn().mockRejectedValueOnce(new Error('worker gone')).mockResolvedValue(found);
  const client = { core: { duplicates }, frameOf: async () => ({}) } as unknown as CoreClient;
  const onFault = vi.fn();
  store.setState({ territory: buildTerritory(smallFile), view: { ...store.getState().view, screen: 'inventory' } });
  const stop = keepReviewed(store, client, onFault);
  await vi.waitFor(() => expect(onFault).toHaveBeenCalledTimes(1));
  expect(store.getState().duplicates).toBeNull();
  // A fault that is told changes the store: that alone asks nothing.
  store.setState({ lang: 'en' });
  await Promise.resolve();
  expect(duplicates).toHaveBeenCalledTimes(1);
  for (const screen of ['map', 'inventory'] as const) store.setState({ view: { ...store.getState().view, screen } });
  await vi.waitFor(() => expect(store.getState().duplicates).toEqual(found));
  store.setState({ lang: 'fr' });
  await Promise.resolve();
  expect(duplicates).toHaveBeenCalledTimes(2);
  stop();
});
