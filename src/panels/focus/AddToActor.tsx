import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Actor } from '../../model/inventory';
import { indexOf } from '../../state/selectors';
import { Button } from '../../ui/Button';
import type { RecordKind } from '../fieldText';
import { NewRecordDialog } from '../NewRecordDialog';
import { useDiagnosis, useText } from '../useApp';
import { useFieldContext } from '../useFieldContext';

const added = ['partnerships', 'schemes', 'sites'] as const;

/** What is learnt of an actor is entered from its card: a tie, a scheme, a place. */
export default function AddToActor({ actor }: { readonly actor: Actor }) {
  const text = useText();
  const [kind, setKind] = useState<(typeof added)[number] | null>(null);
  return (
    <div className="card-actions">
      {added.map((k) => (
        <Button key={k} icon={<Plus aria-hidden />} onPress={() => setKind(k)}>
          {text.edit.add[k]}
        </Button>
      ))}
      {kind && <Adding kind={kind} actor={actor} onClose={() => setKind(null)} />}
    </div>
  );
}

function Adding({ kind, actor, onClose }: { readonly kind: RecordKind; readonly actor: Actor; readonly onClose: () => void }) {
  const context = useFieldContext(kind);
  const sites = indexOf(useDiagnosis().inventory).sitesOf.get(actor.id) ?? [];
  // An actor that has one place works there.
  const at = kind === 'schemes' && sites.length === 1 ? { siteIds: sites.map((s) => s.id) } : {};
  const given = kind === 'partnerships' ? { fromId: actor.id } : { actorId: actor.id, ...at };
  return <NewRecordDialog context={context} given={given} onClose={onClose} />;
}
