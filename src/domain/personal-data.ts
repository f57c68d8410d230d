import { remembering } from './remembering';

export type PersonalKind = 'name' | 'birth' | 'document' | 'contact' | 'address';

interface Pattern {
  readonly kind: PersonalKind;
  readonly title: string;
  readonly pattern: RegExp;
}

/** A letter of no word may stand before. */
const START = '(?:^|[^А-ЯЁа-яё])';
const END = '(?![а-яё])';
const WORD = '[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?';
const INITIALS = '[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.';
/** In every case; «Основной», «Античной» and their like are none. */
const PATRONYMIC = [
  '[А-ЯЁ][а-яё]+(?:[оеё]вич|ьич)(?:а|у|ем|е)?',
  '(?!Основн|Духовн|Верховн|Церковн|Уровн)[А-ЯЁ][а-яё]+[оеё]вн(?:а|ы|е|у|ой)',
  '[А-ЯЁ][а-яё]+ична',
  '(?:Никит|Савв|Ильин|Кузьмин|Лукин|Фомин)ичн(?:ы|е|у|ой)',
].join('|');
/** How surnames end, in the cases in which a sentence has them. */
const SURNAME =
  '[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н|ск(?:ий|ого|ому|им)|цк(?:ий|ого|ому|им)|[оеё]в(?:а|ой|у|ым|ых)|[иы]н(?:а|ой|у|ым|ых)|[сц]к(?:ая|ой|ую)|енко|чук|юк|ян)';
/** First names that children and teachers have, by their beginnings. */
const NAMES = [
  'Александр|Алексе|Анатоли|Андре|Антон|Арт[её]м|Арсени|Богдан|Борис|Вадим|Валенти|Валери|Васили|Виктор|Виталий|Владими|Владислав|Всеволод|Вячеслав',
  'Геннади|Георги|Глеб|Григори|Данил|Денис|Дмитри|Евгени|Егор|Иван|Игор|Иль|Кирилл|Константин|Кост|Лев|Леонид|Макар|Максим|Марк|Матве|Михаил|Миш|Никит|Никола|Олег|Павел|Павл|П[её]тр|Пет[яеи]|Роман|Руслан|Савели|Саш|Семен|Семён|Серге|Сер[её]ж|Станислав|Степан|Тимофе|Тимур|Фёдор|Федор|Юри|Ярослав',
  'Алён|Ален|Алин|Алис|Анастаси|Анжелик|Ангелин|Анн|Ан[яеи]|Варвар|Вер|Верони|Викто|Галин|Дарь|Даш|Диан|Екатерин|Елен|Елизавет|Жанн|Зинаид|Зо|Инн|Ирин|Карин|Кат|Кристин|Ксени|Лар|Лид|Лиз|Любов|Людмил|Маргарит|Марин|Мари|Маш|Милан|Надежд|Над|Настя|Натал|Нин|Оксан|Ол|Ольг|Пол|Раис|Светлан|Соф|Тамар|Тат|Татьян|Ульян|Юл|Яна',
].join('|');
const NAME = `(?:${NAMES})[а-яё]{0,4}`;

/** Whose words these are is said before a name: «имени …», «по рассказу …», «УМК …». */
const AUTHORS =
  /(?:имени|им\.|автор\S*|произведени\S*|творчеств\S*|рассказ\S*|роман\S*|повест\S*|поэм\S*|пьес\S*|комеди\S*|драм\S*|бас(?:не|ни|ням|ен)|сказ(?:ке|ки|кам|ок)|стих\S*|лирик\S*|УМК|учебник\S*|пособи\S*|программ\S*|методик\S*|технологи\S*|систем\S*)(?:\s+«[^»]*»)?\s+(?:[А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё]+/g;
/** Authors that a work's title names; with other initials it is somebody else. */
const CLASSICS =
  /(?:Пушкин\S*\s+А\.\s?С\.|Лермонтов\S*\s+М\.\s?Ю\.|Гогол\S*\s+Н\.\s?В\.|Толст\S*\s+Л\.\s?Н\.|Чехов\S*\s+А\.\s?П\.|Тургенев\S*\s+И\.\s?С\.|Достоевск\S*\s+Ф\.\s?М\.|Некрасов\S*\s+Н\.\s?А\.|Островск\S*\s+А\.\s?Н\.|Крылов\S*\s+И\.\s?А\.|Есенин\S*\s+С\.\s?А\.|Шолохов\S*\s+М\.\s?А\.|Булгаков\S*\s+М\.\s?А\.|Маяковск\S*\s+В\.\s?В\.|Ахматов\S*\s+А\.\s?А\.|Цветаев\S*\s+М\.\s?И\.|Бунин\S*\s+И\.\s?А\.|Куприн\S*\s+А\.\s?И\.|Петерсон\S*\s+Л\.\s?Г\.|Мерзляк\S*\s+А\.\s?Г\.)|А\.\s?С\.\s?Пушкин|М\.\s?Ю\.\s?Лермонтов|Н\.\s?В\.\s?Гогол|Л\.\s?Н\.\s?Толст|А\.\s?П\.\s?Чехов|И\.\s?С\.\s?Тургенев|Ф\.\s?М\.\s?Достоевск|Н\.\s?А\.\s?Некрасов|А\.\s?Н\.\s?Островск|И\.\s?А\.\s?Крылов|С\.\s?А\.\s?Есенин|М\.\s?А\.\s?Шолохов|М\.\s?А\.\s?Булгаков/g;

let made: readonly Pattern[] | undefined;

/** Made when a text first gives cause: most edits see none. */
const patterns = (): readonly Pattern[] => {
  made ??= [
    {
      kind: 'name',
      title: 'фамилия и инициалы',
      pattern: new RegExp(
        `${START}(?:${WORD}|[А-ЯЁ]{3,})\\s+${INITIALS}|${INITIALS}\\s?${WORD}|${START}${SURNAME}\\s+[А-ЯЁ]\\.`,
      ),
    },
    {
      kind: 'name',
      title: 'имя и отчество',
      pattern: new RegExp(`${START}[А-ЯЁ][а-яё]{2,}\\s+(?:${PATRONYMIC})${END}`),
    },
    {
      kind: 'name',
      title: 'фамилия и имя',
      pattern: new RegExp(`${START}(?:${SURNAME}\\s+${NAME}|${NAME}\\s+${SURNAME})${END}`),
    },
    {
      kind: 'birth',
      title: 'дата рождения',
      pattern:
        /\d{4}\s*(?:г\.?\s?р(?![а-яё])|(?:год[а]? )?рожд)|(?:дат[аы] рождения|родил(?:ся|ась)|д\.\s?р\.)\D{0,6}\d/i,
    },
    {
      kind: 'document',
      title: 'СНИЛС',
      pattern: /\d{3}-\d{3}-\d{3}[ -]?\d{2}|\d{3} \d{3} \d{3} \d{2}(?!\d)|СНИЛС\D{0,5}\d{11}/i,
    },
    {
      kind: 'document',
      title: 'данные документа',
      pattern:
        /(?:паспорт|свидетельств\S* о рождении)\D{0,20}\d{2}\s?\d{2}\D{0,4}\d{6}|свидетельств\S* о рождении\D{0,12}[IVX]+-[А-ЯЁ]{2}\D{0,4}\d{6}/i,
    },
    {
      kind: 'contact',
      title: 'телефон',
      pattern:
        /(?:\+7|(?:^|[^\d-])8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)|(?:^|[^\d-])9\d{2}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|(?:тел|моб|сот)\S*[\s:№]{1,3}[\d(][\d()\s-]{3,}\d/i,
    },
    { kind: 'contact', title: 'адрес электронной почты', pattern: /[^\s@,;:«»()]+@[^\s@,;:«»()]+\.[a-zа-яё]{2,}/i },
    {
      kind: 'address',
      title: 'домашний адрес',
      pattern: /(?:ул|пер|мкр|пр-т)\S*\s.{2,40}кв\.?\s?\d|проживает по адресу/i,
    },
  ];
  return made;
};

/** What personal data a text seems to hold. */
export interface PersonalData {
  readonly kind: PersonalKind;
  readonly title: string;
}

const NONE: readonly PersonalData[] = [];
/** Nothing shorter is anybody's name, number or address. */
const SHORTEST = 5;
/** All of them have one of these. */
const HINT = /[.@\d]|\s[А-ЯЁ]|адресу/;

const dataIn = remembering((text): readonly PersonalData[] => {
  if (!HINT.test(text)) return NONE;
  const left = text.replace(AUTHORS, ' ').replace(CLASSICS, ' ');
  const found = patterns().filter(({ pattern }) => pattern.test(left));
  // A whole name is one name.
  return found.filter(({ kind }, at) => kind !== 'name' || found.findIndex((other) => other.kind === kind) === at);
});

/** The kinds of personal data in a text. */
export const personalDataIn = (text: string): readonly PersonalData[] => (text.length < SHORTEST ? NONE : dataIn(text));

const INSTEAD: Readonly<Record<PersonalKind, string>> = {
  name: 'напишите без имён: «обучающийся 5 класса», «учитель физики», должность',
  birth: 'удалите, довольно класса и числа детей',
  document: 'удалите, в книге ведутся только числа',
  contact: 'удалите, контакты сообщите ИМЦ отдельно',
  address: 'удалите, довольно населённого пункта',
};

/** What to write instead. */
export const insteadOf = (kind: PersonalKind): string => INSTEAD[kind];
