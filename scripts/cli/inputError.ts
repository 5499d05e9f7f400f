/** An input that cannot be used: said in French, exit code 2. */
export class InputError extends Error {}
