import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

/** Language of the controls' own words and of the numbers typed in them. */
export const LocaleProvider = ({ lang, children }: { readonly lang: 'fr' | 'en'; readonly children: ReactNode }) => (
  <I18nProvider locale={lang === 'fr' ? 'fr-FR' : 'en-US'}>{children}</I18nProvider>
);
