import { useMemo } from 'react';
import { indexOf } from '../state/selectors';
import type { FieldContext, RecordKind } from './fieldText';
import { useApp, useDiagnosis, useText } from './useApp';

/** What fields of a kind of record are written with and read back by, in the open diagnosis. */
export function useFieldContext(kind: RecordKind): FieldContext {
  const text = useText();
  const { inventory, lists } = useDiagnosis();
  const communes = useApp((s) => s.territory?.communes);
  return useMemo(
    () => ({
      kind,
      text,
      actors: indexOf(inventory).actors,
      communes: new Map((communes ?? []).map((c) => [c.code, c])),
      lists,
    }),
    [kind, text, inventory, communes, lists],
  );
}
