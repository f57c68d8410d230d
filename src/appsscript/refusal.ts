/** Thrown with a sentence for the coordinator; the wrapper of the entry points shows it as it is. */
export class Refusal extends Error {}
