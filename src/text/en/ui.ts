import type { uiFr } from '../fr/ui';

export const uiEn: typeof uiFr = {};
