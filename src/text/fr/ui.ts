/** Words of: ui. */
export const uiFr = {};
