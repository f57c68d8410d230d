// What `build/local.cjs` exports.
export type { OnCall } from './calls';
export { createRuntime, type Runtime, type RuntimeOptions } from './runtime';
