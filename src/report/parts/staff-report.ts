import { schoolsAndTotals, tableOf, valueColumn, wholeColumn } from '../figures-table';
import type { FigureColumn, Part, PartBlock } from '../kind';
import { listed, missingIn } from '../missing';
import { MECHANISMS } from '../register-states';
import { registerTable, rowsIn } from '../registers-table';
import { DISTRICT, figureOf, hasValue, knownIndicator, type ReportData } from '../report-data';
import { paragraph } from '../texts';
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

const NO_DATA = 'Форма «Кадры» сдаётся в III квартале: за этот период сведений нет.';

export const staffing: Part = {
  ...figures(
    'Укомплектованность',
    'staffing',
    'Ставки',
    [wholeColumn('staffing-rate', 'Ставок по штату', 0.2), valueColumn('staffing-rate', 'Занято, %', 0.2)],
    (data) => {
      const vacant = missingIn(data, 'staffing-rate');
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
    wholeColumn('higher-education-rate', 'Человек', 0.1),
    valueColumn('higher-education-rate', 'Высшее, %', 0.12),
    valueColumn('pedagogical-higher-rate', 'Из всех – педагогическое, %', 0.16),
    valueColumn('vocational-rate', 'СПО, %', 0.09),
    valueColumn('upgrading-rate', 'Учатся из не имеющих высшего, %', 0.19),
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
    wholeColumn('trained-rate', 'Человек', 0.11),
    valueColumn('trained-rate', 'Обучены за 3 года, %', 0.17),
    valueColumn('difficult-trained-rate', 'Сложный контингент, %', 0.18),
    valueColumn('individual-routes-rate', 'Индивидуальный маршрут, %', 0.2),
  ],
  (data) => schoolsChart(data, TRAINED_CHART),
);

export const retraining = figures(
  'Переподготовка',
  'retraining',
  'Переподготовка по преподаваемым предметам',
  [
    wholeColumn('retraining-need-rate', 'Человек', 0.12),
    valueColumn('retraining-need-rate', 'Нужна переподготовка, %', 0.19),
    wholeColumn('retrained-rate', 'Нуждались в ней', 0.14),
    valueColumn('retrained-rate', 'Пройдена из нуждавшихся, %', 0.2),
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
