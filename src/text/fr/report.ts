/** Words of: report. */
export const reportFr = {};
