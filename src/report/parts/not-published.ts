import { FEWEST_PUBLISHED } from '../../model';
import { WITHHELD } from '../figure-text';
import type { Part } from '../kind';
import { DISTRICT, figureOf, hasValue, type ReportData } from '../report-data';
import { paragraph } from '../texts';

const { inPart, inWhole } = FEWEST_PUBLISHED;

const EXAMS = ['oge-quality-rate', 'ege-mean-score'];

const WAITS =
  'Период открыт, издание проверочное. На сайте размещают издание, построенное после закрытия периода: по двум изданиям с разными числами можно вычислить скрытое.';

/** Named where this period has them: a reader who knows of exams asks where they are. */
const examsOf = (data: ReportData): string =>
  EXAMS.some((key) => hasValue(figureOf(data, DISTRICT, key)))
    ? 'результаты ОГЭ и ЕГЭ по предметам, итоги года после пересдач по школам, '
    : '';

/** What a public edition leaves out, and why: whoever misses a number is told the rule. */
export const notPublished: Part = {
  key: 'not-published',
  title: 'Что не публикуется',
  appendix: true,
  needs: [],
  blocks: (data) => [
    ...(data.closed ? [] : [paragraph(WAITS)]),
    paragraph(
      `Знак «${WITHHELD}» стоит вместо числа там, где всего меньше ${inWhole} человек, где за долей или за остатком до целого стоит меньше ${inPart} человек, и там, откуда такое число вычислялось бы вычитанием: из итога группы или района, из другой таблицы, из другого документа, из редакции до исправления или по изменению за год.`,
    ),
    paragraph(
      `В редакции для сайта не приводятся: ${examsOf(data)}результаты школ по предметам и классам (в малой школе предмет ведёт один педагог), социальный паспорт и индекс социального благополучия, кадры отдельных школ, рисковый профиль, рекомендации и проекты решений.`,
    ),
  ],
};
