import type { ReactNode } from 'react';

/** What a card is about; it takes the keyboard when the card was opened by a key. */
export const CardTitle = ({ className = '', children }: { readonly className?: string; readonly children: ReactNode }) => (
  <h2 tabIndex={-1} className={className}>
    {children}
  </h2>
);
