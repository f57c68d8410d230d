import type { Requirement } from '../../model';
import { measures } from './measures';
import { order } from './order';
import { passport } from './passport';
import { roadmap } from './roadmap';

/** Everything that order No 341 demands, and what a user opens to see it answered; printed by `npm run demo -- --describe`. */
export const requirements: readonly Requirement[] = [...order, ...passport, ...measures, ...roadmap];
