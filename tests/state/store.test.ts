import { describe, expect, test } from 'vitest';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { createAppStore, dispatchTo, focusIn, lookIn, redoIn, undoIn } from '../../src/state/store';

const open = () => createAppStore(emptyDiagnosis('44', 'Loire-Atlantique'));

describe('the store', () => {
  test('a command can be undone and redone; the view is not part of it', () => {
    const store = open();
    dispatchTo(store, { type: 'rename', title: 'Autre' });
    lookIn(store, { screen: 'gaps' });
    undoIn(store);
    expect(store.getState().history.present.title).toBe('Loire-Atlantique');
    expect(store.getState().view.screen).toBe('gaps');
    redoIn(store);
    expect(store.getState().history.present.title).toBe('Autre');
  });

  test('commands of one key are one step', () => {
    const store = open();
    for (const detour of [1.4, 1.5, 1.6]) dispatchTo(store, { type: 'changeSettings', settings: { detour } }, 'detour');
    undoIn(store);
    expect(store.getState().history.present.settings.detour).toBe(1.3);
  });

  test('one focus at a time', () => {
    const store = open();
    focusIn(store, { kind: 'commune', id: '44109' });
    focusIn(store, { kind: 'actor', id: 'a' });
    expect(store.getState().view.focus).toEqual({ kind: 'actor', id: 'a' });
    focusIn(store, null);
    expect(store.getState().view.focus).toBeNull();
  });
});
