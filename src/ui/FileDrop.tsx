import { type ReactNode, useRef, useState } from 'react';
import { Button } from './Button';

interface Props {
  readonly prompt: string;
  readonly chooseLabel: string;
  readonly accept?: string;
  readonly icon?: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files dropped together or chosen. */
export function FileDrop({ prompt, chooseLabel, accept, icon, onFiles }: Props) {
  const [over, setOver] = useState(false);
  return (
    <section
      className="drop"
      aria-label={prompt}
      data-over={over || undefined}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        e.stopPropagation();
        setOver(false);
        onFiles([...e.dataTransfer.files]);
      }}
    >
      {icon}
      <p>{prompt}</p>
      <FileChooser label={chooseLabel} onFiles={onFiles} {...(accept ? { accept } : {})} />
    </section>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly accept?: string;
  readonly variant?: 'plain' | 'primary';
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the system's file dialog. */
export function FileChooser({ label, accept, variant = 'primary', multiple = true, onFiles }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        aria-label={label}
        onChange={(e) => {
          const files = [...(e.target.files ?? [])];
          e.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
