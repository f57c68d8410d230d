/** The parts of a row together are at most its whole. Their weights are 1; the form checks that it has the fields. */
export const atMost = <P extends string, W extends string>(id: string, title: string, parts: readonly P[], whole: W) =>
  ({
    id,
    title,
    parts: Object.fromEntries(parts.map((part) => [part, 1])) as Record<P, 1>,
    whole,
    relation: 'at-most',
    severity: 'error',
  }) as const;
