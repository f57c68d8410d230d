import { count, defineIndicator, type Form, type Indicator, type Target } from '../../model';

/** The four marks of a work or an exam, as counts of its participants. */
export const fourMarks = {
  five: count('«5»', 'Сколько участников получили «5».'),
  four: count('«4»', 'Сколько участников получили «4».'),
  three: count('«3»', 'Сколько участников получили «3».'),
  two: count('«2»', 'Сколько участников получили «2».'),
} as const;

const FOUR = { five: 1, four: 1, three: 1, two: 1 } as const;

/** Every participant has one mark. */
export const MARKS_OF_PARTICIPANTS = {
  id: 'marks-of-participants',
  title: 'отметки',
  parts: FOUR,
  whole: 'participants',
  relation: 'equal',
  severity: 'error',
  provesZeros: true,
} as const;

const given = [{ five: 2, four: 5, three: 7, two: 1 }];

/** What is said of the marks of a work or an exam; domain.md 1.1 with no «н/а». `by` ends the titles: «по ВПР». */
export function markRates(from: Form, prefix: string, by: string, ofMeans: readonly Target[] = []): Indicator[] {
  const share = { kind: 'share', unit: 'percent', denominator: FOUR, from } as const;
  return [
    defineIndicator({
      ...share,
      key: `${prefix}-pass-rate`,
      title: `Успеваемость ${by}`,
      direction: 'up',
      source: '(n5 + n4 + n3) / (n5 + n4 + n3 + n2)',
      numerator: { five: 1, four: 1, three: 1 },
      headline: { words: `Справились (${by}, все работы вместе)`, whom: 'участников' },
      column: true,
      examples: [{ given, value: 93.3 }],
    }),
    defineIndicator({
      ...share,
      key: `${prefix}-quality-rate`,
      title: `Качество знаний ${by}`,
      direction: 'up',
      source: '(n5 + n4) / (n5 + n4 + n3 + n2)',
      numerator: { five: 1, four: 1 },
      column: true,
      examples: [{ given, value: 46.7 }],
    }),
    defineIndicator({
      ...share,
      key: `${prefix}-fail-rate`,
      title: `Доля «2» ${by}`,
      direction: 'down',
      source: 'n2 / (n5 + n4 + n3 + n2)',
      numerator: { two: 1 },
      examples: [{ given, value: 6.7 }],
    }),
    defineIndicator({
      key: `${prefix}-mean-mark`,
      title: `Средний балл ${by}`,
      kind: 'mean',
      unit: 'mark',
      direction: 'up',
      source: '(5·n5 + 4·n4 + 3·n3 + 2·n2) / (n5 + n4 + n3 + n2)',
      from,
      numerator: { five: 5, four: 4, three: 3, two: 2 },
      denominator: FOUR,
      column: true,
      targets: ofMeans,
      examples: [{ given, value: 3.53 }],
    }),
  ];
}
