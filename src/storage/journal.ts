import { apply, type Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import { type History, push, start } from '../document/history';

/** One command done since the checkpoint, small enough to be written at once. Undo and redo write a checkpoint instead. */
export interface Step {
  readonly command: Command;
  readonly key: string | null;
}

/** The history after the steps done since a checkpoint; undoing past the checkpoint is not possible. */
export function replay(checkpoint: Diagnosis, steps: readonly Step[]): History<Diagnosis> {
  return steps.reduce((history, step) => push(history, apply(history.present, step.command), step.key), start(checkpoint));
}
