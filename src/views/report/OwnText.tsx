import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ReadingId } from '../../document/reportNotes';
import { useServices, useText } from '../../panels/useApp';
import { readingWords } from '../../text/reading';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/SuggestInput';

interface Props {
  readonly reading: ReadingId;
  readonly textKey: string;
  /** What is printed now; '': nothing yet. */
  readonly value: string;
  /** The computed words; '': none, the text is the user's alone. */
  readonly computed: string;
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

/** The words of one place of the report, to be written anew. */
export function TextEditor({ reading, textKey, value, computed, isOwn, onClose }: Props) {
  const text = useText();
  const { dispatch } = useServices();
  const words = readingWords(text.lang).screen;
  const [draft, setDraft] = useState(value);
  const write = (next: string | null, said: string) => {
    dispatch({ type: 'writeText', reading, key: textKey, text: next, of: computed }, { said });
    onClose();
  };
  return (
    <form
      className="own-text-editor"
      onSubmit={(e) => {
        e.preventDefault();
        write(draft.trim() === '' || draft === computed ? null : draft, words.written);
      }}
      onKeyDown={(e) => e.key === 'Escape' && onClose()}
    >
      <TextArea
        label={words.text}
        value={draft}
        onChange={setDraft}
        rows={Math.min(12, 3 + Math.floor(draft.length / 90))}
        isFocused
      />
      <p className="small muted">{words.textHelp}</p>
      <div className="card-actions">
        <Button variant="primary" type="submit">
          {words.save}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
        {isOwn && (
          <Button onPress={() => write(null, computed === '' ? words.removed : words.rewritten)}>
            {computed === '' ? words.remove : words.computed}
          </Button>
        )}
      </div>
    </form>
  );
}

interface ButtonProps {
  readonly name: string;
  readonly label?: string;
  readonly onPress: () => void;
}

/** The pencil beside a text. */
export const EditButton = ({ name, label, onPress }: ButtonProps) => (
  <Button variant="quiet" className="edit-text" icon={<Pencil aria-hidden size={16} />} aria-label={name} onPress={onPress}>
    {label}
  </Button>
);

interface SlotProps {
  readonly reading: ReadingId;
  readonly textKey: string;
  readonly name: string;
  readonly label: string;
}

/** Where the user may add words of the team. */
export function AddText({ reading, textKey, name, label }: SlotProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <EditButton name={name} label={label} onPress={() => setOpen(true)} />;
  return <TextEditor {...{ reading, textKey }} value="" computed="" isOwn={false} onClose={() => setOpen(false)} />;
}
