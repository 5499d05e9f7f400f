import { ProgressBar } from 'react-aria-components/ProgressBar';

interface Props {
  /** What is being done, in words. */
  readonly label: string;
  /** 0 to 1; null: not known. */
  readonly share: number | null;
}

/** Progress with words. */
export function Progress({ label, share }: Props) {
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      {...(share === null ? { isIndeterminate: true } : { value: share * 100 })}
    >
      <span aria-live="polite">{label}</span>
      <div className="track">
        <div className="bar" style={{ width: `${share === null ? 100 : share * 100}%`, opacity: share === null ? 0.4 : 1 }} />
      </div>
    </ProgressBar>
  );
}
