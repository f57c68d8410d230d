export { canonicalText, counted } from '../model';
export { recognisers } from './kinds';
export * from './reasons';
export * from './recognise';
export type { Taught, TaughtColumn } from './recogniser';
export { type Directory, SchoolFinder } from './schools';
export { UnreadableFile } from './sheet';
export type { Stranger } from './strangers';
