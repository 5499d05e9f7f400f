import { textFor } from '../panels/textFor';
import type { AppStore } from '../state/store';
import type { Text } from '../text/fr';

/** The words of the language in use. */
export const textOf = (store: AppStore): Text => textFor(store.getState().lang);
