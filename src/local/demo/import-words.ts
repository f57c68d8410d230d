import { type FileReading, REFUSED, type ReadRecord, recognisers, SKIPPED } from '../../import';
import { counted, type Form, type ImportPlace, type School } from '../../model';
import { isCut, type Readings } from './import-files';

/** What goes where, what does not and why: told in Russian, file by file. */
export function importWords(
  readings: Readings,
  forms: readonly Form[],
  schools: readonly Pick<School, 'key' | 'name'>[],
): string {
  const titles = new Map(forms.map(({ key, title }) => [key, title]));
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  return [...readings].map(([file, reading]) => wordsOf(file, reading, titles, names).join('\n')).join('\n\n');
}

const INCOMPLETE =
  'В книгу из этого файла ничего не пойдёт, пока не узнаны все школы и не прочитаны все строки: итог по этапу был бы неполон.';

const CUT = 'В книгу из этого файла ничего не пойдёт: он сам говорит, что строк в нём не хватает.';

const CAN_BE_READ = `можно внести: ${recognisers.map(({ title }) => title).join('; ')}`;

type Titles = ReadonlyMap<string, string>;

function wordsOf(file: string, reading: FileReading, titles: Titles, names: Titles): string[] {
  const { title, kind, records, refused, skipped, remarks, doubts } = reading;
  if (kind === null)
    return [`${file}: не внесено ничего. ${[...remarks, CAN_BE_READ].map((said) => `${capital(said)}.`).join(' ')}`];
  const left = refused.map((at) => `    ${placeOf(at)}«${at.text}»: ${REFUSED[at.reason]}.`);
  return [
    `${file}: ${title}.`,
    ...goingWhere(records, titles, names),
    ...(left.length === 0 ? [] : [`  Не внесено, ${counted(left.length, 'строка', 'строки', 'строк')}:`, ...left]),
    ...(skipped.length === 0 ? [] : [`  Пропущено: ${passedOver(reading)}.`]),
    ...doubts.map(({ words }) => `  Файл может быть неполным: ${words}. Скачайте его заново.`),
    ...(isCut(reading) ? [`  ${CUT}`] : []),
    ...(reading.incomplete ? [`  ${INCOMPLETE}`] : []),
    ...remarks.map((remark) => `  ${capital(remark)}.`),
  ];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const placeOf = ({ sheet, row }: ImportPlace): string => {
  const place = [sheet && `лист «${sheet}»`, row && `строка ${row}`].filter(Boolean).join(', ');
  return place === '' ? '' : `${capital(place)}, `;
};

function goingWhere(records: readonly ReadRecord[], titles: Titles, names: Titles): string[] {
  const bySchool = new Map<string, number>();
  for (const { form, school } of records) {
    const where = `форма «${titles.get(form) ?? form}», ${names.get(school) ?? school}`;
    bySchool.set(where, (bySchool.get(where) ?? 0) + 1);
  }
  return [...bySchool].map(([where, rows]) => `  ${capital(where)}: ${counted(rows, 'строка', 'строки', 'строк')}`);
}

function passedOver({ skipped }: FileReading): string {
  const byReason = new Map<string, string[]>();
  for (const { reason, text } of skipped)
    byReason.set(SKIPPED[reason], [...(byReason.get(SKIPPED[reason]) ?? []), `«${text}»`]);
  return [...byReason].map(([reason, texts]) => `${reason} – ${texts.join(', ')}`).join('; ');
}
