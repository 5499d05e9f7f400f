import type { reportFr } from '../fr/report';

export const reportEn: typeof reportFr = {};
