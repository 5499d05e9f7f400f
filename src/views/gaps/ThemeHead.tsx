import { DomainMark } from '../../panels/DomainMark';
import type { Theme } from '../../panels/themes';

/** Head of a theme's column: a domain has its mark. */
export const ThemeHead = ({ theme }: { readonly theme: Theme }) => (
  <span className="matrix-head">
    {theme.domain && <DomainMark domain={theme.domain} />}
    {theme.short}
  </span>
);
