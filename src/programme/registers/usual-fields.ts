import { longText, text } from '../../model';

/** What every register has beside its own: titles are the same everywhere. */
export const schoolField = text('Школа', 'Выберите из списка. Несколько школ – через «;», для всех – «район».', {
  schools: 'only',
  optional: true,
});
export const evidenceField = text('Подтверждение', 'Реквизиты или ссылка: вид, дата, номер.', { optional: true });
export const noteField = longText('Примечание', 'Что ещё важно. Фамилии не пишите.', { optional: true });
/** Hidden. */
export const basisField = text('Основание', 'Пункт приказа.', { optional: true });
export const responsibleField = text('Ответственный', 'Роль или организация, без фамилий.', { optional: true });

/** States by their words, which are what is kept, and the moves between them. */
export const cycleOf = <S extends string>(states: readonly S[], moves: readonly (readonly [S, S])[]) => ({
  states: states.map((key) => ({ key, title: key })),
  moves: moves.map(([from, to]) => ({ from, to, by: 'coordinator' as const })),
});

/** Every state may follow every other. */
export const freely = <S extends string>(states: readonly S[]): readonly (readonly [S, S])[] =>
  states.flatMap((from) => states.filter((to) => to !== from).map((to) => [from, to] as const));

/** From each state to every later one. */
export const onwards = <S extends string>(states: readonly S[]): readonly (readonly [S, S])[] =>
  states.flatMap((from, index) => states.slice(index + 1).map((to) => [from, to] as const));

export const isDay = (words: unknown): words is string => typeof words === 'string' && /^\d{4}-\d\d-\d\d$/.test(words);

/** Days from a day of the term to today; null while it has not passed. */
export function daysPast(term: unknown, today: string): number | null {
  if (!isDay(term)) return null;
  const days = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${term}T00:00:00Z`)) / 86_400_000);
  return days > 0 ? days : null;
}
