import { NewRecordDialog } from '../NewRecordDialog';
import { useFieldContext } from '../useFieldContext';

interface Props {
  readonly from: string;
  readonly to: string;
  /** What is proposed, as it would be typed. */
  readonly preset?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** A tie that the user draws between two actors. */
export default function NewTieDialog({ from, to, preset = {}, onClose }: Props) {
  const context = useFieldContext('partnerships');
  return <NewRecordDialog context={context} given={{ fromId: from, toId: to }} preset={preset} onClose={onClose} />;
}
