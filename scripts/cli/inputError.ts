/** An input that cannot be used: said in French, exit code 2. */
export class InputError extends Error {}

/** A work of which a part failed, the rest being done: said in French, exit code 1. */
export class PartlyDone extends Error {}
