/** Words of: analysis. */
export const analysisFr = {};
