import { expect, test } from 'vitest';
import { tellApart } from '../../src/state/fileNames';

test('files of the same name are told apart, also from those already there', () => {
  expect(tellApart(['lieux.csv', 'lieux.csv', 'liens'], ['liens', 'lieux (2).csv'])).toEqual([
    'lieux.csv',
    'lieux (3).csv',
    'liens (2)',
  ]);
  expect(tellApart(['.csv', '.csv'], [])).toEqual(['.csv', '.csv (2)']);
});
