import { expect, test } from 'vitest';
import { withThreshold } from '../../src/state/thresholds';

test('a threshold set beyond its neighbours takes them along', () => {
  expect(withThreshold([20, 30, 45], 0, 25)).toEqual([25, 30, 45]);
  expect(withThreshold([20, 30, 45], 0, 40)).toEqual([40, 40, 45]);
  expect(withThreshold([20, 30, 45], 2, 15)).toEqual([15, 15, 15]);
  expect(withThreshold([20, 30, 45], 1, 60)).toEqual([20, 60, 60]);
});
