import type { analysisFr } from '../fr/analysis';

export const analysisEn: typeof analysisFr = {};
