import type { Aim } from './target';

/** What a target's amount counts, in the genitive plural: people where nothing else is said. */
export const countedBy = (by: Aim['by']): string => ('counts' in by ? by.counts : undefined) ?? 'чел.';
