import { type Cell, spacedText, textOf } from '../model';
import { inCyrillic } from './letters';

/** A subject as it is written, without what forms add to it: «Русский язык, чел.»; both exams in mathematics have one name each. */
export function subjectOf(cell: Cell | undefined): string {
  const text = inCyrillic(textOf(cell))
    .replace(/[,;]?\s*\(?(?:чел\.?|человек)\)?\s*$/i, '')
    .replace(/[\s.:;,]+$/, '');
  const words = spacedText(text);
  if (!/^матем/.test(words)) return text;
  if (/проф/.test(words)) return 'Математика (профильная)';
  return /баз/.test(words) ? 'Математика (базовая)' : text;
}

const NAME = /^[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?: (?:[А-ЯЁ][а-яё]+|[А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?)){1,2}$/;
/** Names of places begin so, too. */
const OF_PLACES = / (?:Росс|Амур|Дальн|Родн)/;

/** Words each of which begins as a name does: no subject is written so. */
export const looksLikePerson = (words: string): boolean => NAME.test(words.trim()) && !OF_PLACES.test(words);

/** What titles say of a work: «по математике». */
const OF_SUBJECT: Readonly<Record<string, string>> = {
  'русскому языку': 'Русский язык',
  'литературному чтению': 'Литературное чтение',
  литературе: 'Литература',
  'английскому языку': 'Иностранный язык (английский)',
  математике: 'Математика',
  алгебре: 'Алгебра',
  геометрии: 'Геометрия',
  информатике: 'Информатика',
  'окружающему миру': 'Окружающий мир',
  истории: 'История',
  обществознанию: 'Обществознание',
  географии: 'География',
  физике: 'Физика',
  химии: 'Химия',
  биологии: 'Биология',
};

/** The subject that a title names: «Результаты ОГЭ по математике»; '' where it names none. */
export function subjectIn(title: string): string {
  const words = spacedText(inCyrillic(title));
  const named = Object.keys(OF_SUBJECT).find((subject) => words.includes(` по ${subject}`));
  if (named !== undefined) return OF_SUBJECT[named]!;
  return Object.values(OF_SUBJECT).find((subject) => ` ${words} `.includes(` ${spacedText(subject)} `)) ?? '';
}
