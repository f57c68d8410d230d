// What `build/local.cjs` exports.

export { createRuntime, type Runtime, type RuntimeOptions } from './runtime';
export type { OnCall } from './runtime/calls';
