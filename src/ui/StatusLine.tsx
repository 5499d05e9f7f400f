import { X } from 'lucide-react';
import { Button, LinkButton } from './Button';

interface Props {
  readonly message: string | null;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Leads to what is to be done next. */
  readonly link?: { readonly label: string; readonly run: () => void } | undefined;
  readonly closeLabel: string;
  readonly onClose: () => void;
}

/** A quiet line that says what happened; it stays until it is read or replaced. */
export function StatusLine({ message, action, link, closeLabel, onClose }: Props) {
  return (
    <div className="status-line" role="status">
      {message !== null && (
        <div className="message">
          <span>{message}</span>
          {link && <LinkButton onPress={link.run}>{link.label}</LinkButton>}
          {action && <Button onPress={action.run}>{action.label}</Button>}
          <Button icon={<X aria-hidden />} aria-label={closeLabel} onPress={onClose} />
        </div>
      )}
    </div>
  );
}
