export * from './calendar';
export * from './compute';
export * from './due';
export * from './dynamics';
export * from './identity';
export { parseNumber, percentOf } from './parse';
export * from './settings';
export * from './statistics';
export * from './validate';
