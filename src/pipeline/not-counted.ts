import type { PeriodResults } from '../domain';
import { type Form, quoted, shortList, shortName } from '../model';

/** A message has so much room for rows; those that it has none for are counted. */
const ROOM = 110;

/** The rows that errors keep out of the figures, by school, form and name; `names` are the schools' by key. */
export function notCountedWords(
  { checked }: Pick<PeriodResults, 'checked'>,
  names: ReadonlyMap<string, string>,
): string[] {
  const places = [...checked].flatMap(([school, own]) =>
    own.flatMap(({ form, rows }) =>
      rows
        .filter(({ valid }) => !valid)
        .map(
          ({ entry }) =>
            `${shortName(names.get(school) ?? school)}, ${quoted(form.title)}: ${nameOf(form, entry.texts)}`,
        ),
    ),
  );
  if (places.length === 0) return [];
  const named = shortList(places, ROOM, '; ');
  return [`Из-за ошибок не учтено строк: ${places.length}. ${named}. Что не так, сказано рядом с ними в «Замечаниях».`];
}

const nameOf = ({ identity }: Form, texts: Readonly<Record<string, string>>): string =>
  identity
    .map((key) => texts[key] ?? '')
    .filter((word) => word !== '')
    .join(' ') || 'строка без названия';
