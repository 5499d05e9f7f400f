/** Words of: import. */
export const importFr = {};
