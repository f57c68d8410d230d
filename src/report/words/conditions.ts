/** How a school's result stands to what its social context lets expect. */
export const VERDICTS = {
  above: 'выше ожидаемого',
  below: 'ниже ожидаемого',
  'as expected': 'соответствует условиям',
} as const;

/** The band that the index of a school's social context lies in. */
export const BANDS = { low: 'низкий', middle: 'средний', high: 'высокий' } as const;

/** What the signs of a school that withstands its conditions are (domain.md 2.3); a sign, no title. */
export const RESISTS =
  'школа из трети с наименее благоприятными условиями, результат которой заметно выше ожидаемого или три года подряд не ниже медианы по школам района';

/** A share is shown within 0 and 100, whatever the line says. */
export const withinShare = (value: number): number => Math.min(100, Math.max(0, value));
