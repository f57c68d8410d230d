import { setFlagsFromString } from 'node:v8';

/**
 * Of code that runs a few seconds, or soon in another context, V8 throws away much of what it has optimised before that
 * has paid for itself: it is made to wait thirty times as long as usual.
 */
export const optimiseLate = (): void => setFlagsFromString('--interrupt-budget=2000000');
