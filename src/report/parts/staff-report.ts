import { formatNumber, type School } from '../../model';
import { schoolsAndTotals, tableOf, valueColumn, wholeColumn } from '../figures-table';
import type { FigureColumn, Part, PartBlock } from '../kind';
import { MECHANISMS } from '../register-states';
import { registerTable, rowsIn } from '../registers-table';
import { DISTRICT, figureOf, hasValue, knownIndicator, ofSchool, type ReportData } from '../report-data';
import { paragraph } from '../texts';
import { coursesNeeded, trained } from '../words/sentences';
import { plainCounts } from '../words/shares';
import { schoolsChart } from './charts/schools';

const known = (data: ReportData, columns: readonly FigureColumn[]): boolean =>
  columns.every(({ indicator }) => knownIndicator(data, indicator));

const figures = (
  title: string,
  key: string,
  caption: string,
  columns: readonly FigureColumn[],
  also: Part['blocks'],
): Part => ({
  title,
  needs: [],
  mentions: columns.map(({ indicator }) => indicator),
  blocks: (data, subject, kind): PartBlock[] => {
    if (!known(data, columns)) return [];
    if (!columns.some(({ indicator }) => hasValue(figureOf(data, DISTRICT, indicator)))) return [];
    const first = ['Школа', 1 - columns.reduce((sum, { width }) => sum + width, 0)] as const;
    return [
      tableOf({ key, title: caption, first, columns, lines: schoolsAndTotals }, data, subject),
      ...also(data, subject, kind),
    ];
  },
});

/** How many of a whole are missing, school by school in the order of the register. */
function missing(data: ReportData, indicator: string): { school: School; count: number }[] {
  return data.schools.flatMap((school) => {
    const figure = figureOf(data, ofSchool(school.key), indicator);
    const count = hasValue(figure) ? figure.denominator - figure.numerator : 0;
    return count > 0 ? [{ school, count }] : [];
  });
}

/** As a school types it: 1, 1,5 or 0,75. */
const digitsOf = (count: number): number => [0, 1].find((digits) => Number.isInteger(count * 10 ** digits)) ?? 2;

const listed = (items: readonly { school: School; count: number }[]): string =>
  items.map(({ school, count }) => `${school.name} – ${formatNumber(count, digitsOf(count))}`).join(', ');

const NO_DATA = 'Форма «Кадры» сдаётся в III квартале: за этот период сведений нет.';

export const staffing: Part = {
  ...figures(
    'Укомплектованность',
    'staffing',
    'Ставки',
    [wholeColumn('staffing-rate', 'Ставок по штату', 0.2), valueColumn('staffing-rate', 'Занято, %', 0.2)],
    (data) => {
      const vacant = missing(data, 'staffing-rate');
      return vacant.length === 0 ? [] : [paragraph(`Не заняты ставки: ${listed(vacant)}.`)];
    },
  ),
  absent: NO_DATA,
};

export const education = figures(
  'Образование',
  'education',
  'Образование работников',
  [
    wholeColumn('higher-education-rate', 'Человек', 0.13),
    valueColumn('higher-education-rate', 'Высшее, %', 0.15),
    valueColumn('pedagogical-higher-rate', 'Педагоги\u00adческое, %', 0.16),
    valueColumn('vocational-rate', 'СПО, %', 0.13),
    valueColumn('upgrading-rate', 'Учатся из не имеющих высшего, %', 0.17),
  ],
  () => [],
);

const TRAINED_CHART = {
  key: 'trained-by-school',
  indicator: 'trained-rate',
  title: 'Доля работников, обученных за три года, по школам',
  axis: 'Обучены за три года, %',
  plan: 100,
  of: 'работников',
};

export const courses = figures(
  'Курсы повышения квалификации',
  'courses',
  'Повышение квалификации за три года',
  [
    wholeColumn('trained-rate', 'Человек', 0.14),
    valueColumn('trained-rate', 'Обучены за 3 года, %', 0.19),
    valueColumn('difficult-trained-rate', 'Сложный контингент, %', 0.19),
    valueColumn('individual-routes-rate', 'Индиви\u00adдуальный маршрут, %', 0.19),
  ],
  (data) => {
    const whole = figureOf(data, DISTRICT, 'trained-rate');
    const need = missing(data, 'trained-rate');
    if (!hasValue(whole)) return [];
    const all = need.reduce((sum, { count }) => sum + count, 0);
    return [
      ...schoolsChart(data, TRAINED_CHART),
      paragraph(
        need.length === 0
          ? `За три года обучены все: ${plainCounts(whole)}.`
          : `За три года ${trained(whole.numerator, plainCounts(whole))}. ${coursesNeeded(all)}: ${listed(need)}.`,
      ),
    ];
  },
);

export const retraining = figures(
  'Переподготовка',
  'retraining',
  'Переподготовка по преподаваемым предметам',
  [
    wholeColumn('retraining-need-rate', 'Человек', 0.13),
    valueColumn('retraining-need-rate', 'Нужна переподготовка, %', 0.18),
    wholeColumn('retrained-rate', 'Нужда\u00adлись в ней', 0.14),
    valueColumn('retrained-rate', 'Пройдена из нуждавшихся, %', 0.19),
  ],
  () => [],
);

export const qualification = figures(
  'Категории, технологии, управление',
  'qualification',
  'Квалификация',
  [
    wholeColumn('category-rate', 'Человек', 0.13),
    valueColumn('category-rate', 'С категорией, %', 0.16),
    valueColumn('modern-methods-rate', 'Современные методики, %', 0.18),
    valueColumn('management-trained-rate', 'Управление качеством, %', 0.18),
  ],
  () => [],
);

/** Money that the department has for courses: need, plan, spent. */
export const courseMoney: Part = {
  title: 'Средства на курсы',
  needs: [],
  blocks: (data) => {
    const rows = rowsIn(data, 'financing').filter((row) => row.mechanism === MECHANISMS.courses);
    if (rows.length === 0) return [];
    return [
      registerTable(
        'course-money',
        'Средства на курсы повышения квалификации, тыс. руб.',
        [
          ['Год', 0.12, 'year'],
          ['Потребность, чел.', 0.22, 'need'],
          ['Предусмотрено', 0.22, 'planned'],
          ['Исполнено', 0.2, 'spent'],
          ['Статус', 0.24, 'status'],
        ],
        rows,
      ),
    ];
  },
};
