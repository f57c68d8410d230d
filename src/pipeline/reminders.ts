import { daysBetween } from '../domain';
import { type BoardSchool, counted, dayInWords } from '../model';
import type { Reminded } from '../workbook';

/** The letters that a school gets in a period while it owes, by days from its deadline. The clock sends all but the first. */
export const STAGES = [
  { key: 'early', from: Number.NEGATIVE_INFINITY },
  { key: 'before', from: -3 },
  { key: 'after', from: 1 },
  { key: 'week', from: 8 },
] as const;

/** Nobody is written to by the clock so long before the deadline. */
export const EARLY = STAGES[0].key;

export const stageOf = (due: string, today: string): string =>
  [...STAGES].reverse().find(({ from }) => daysBetween(due, today) >= from)!.key;

/** When a school was written to in a stage, local ISO; null when it was not. */
export const remindedAt = (letters: readonly Reminded[], school: string, stage: string): string | null =>
  letters
    .filter((each) => each.stage === stage && each.schools.includes(school))
    .map(({ at }) => at)
    .sort()
    .pop() ?? null;

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

interface About {
  /** «II квартал 2023 г.» */
  readonly period: string;
  /** ISO day of the school's deadline. */
  readonly due: string;
  readonly today: string;
  readonly link: string;
  readonly office: string;
}

/** What a school that owes is written. */
export function letterTo({ name, errors, questions, forms, comment }: BoardSchool, about: About): Letter {
  const { period, due, today, link, office } = about;
  const isLate = today > due;
  const left = [
    ...(comment !== '' ? [`Вкладку вернули: ${comment}`] : []),
    ...(errors > 0 ? [`Исправить: ${counted(errors, 'ошибка', 'ошибки', 'ошибок')}`] : []),
    ...(questions > 0 ? [`Пояснить: ${counted(questions, 'вопрос', 'вопроса', 'вопросов')}`] : []),
    ...forms.map(({ title, state }) => `«${title}»: ${state}`),
  ];
  return {
    subject: isLate ? `${period}: данные не сданы` : `${period}: сдать данные до ${dayInWords(due)}`,
    body: [
      `${name}.`,
      isLate
        ? `Срок сдачи данных за ${period} прошёл ${dayInWords(due)}, вкладка школы не сдана.`
        : `Данные за ${period} нужно сдать до ${dayInWords(due)}, вкладка школы ещё не сдана.`,
      ...(left.length > 0 ? [`Осталось:\n${left.map((line) => `– ${line}`).join('\n')}`] : []),
      `Откройте вкладку, заполните её и поставьте «Сдать»: ${link}`,
      office,
    ].join('\n\n'),
  };
}
