import { chance } from '../chance';
import { CENTRE, inTime, type Line, NOTE, on, roadmapItem } from './line';

/** What the programme began with, and the region's figures. **Invented.** */
const PUPILS: Readonly<Record<string, readonly [assessed: number, passed: number, good: number]>> = {
  'magdagachi-3': [204, 180, 32],
  tolbuzino: [38, 33, 4],
  kuznetsovo: [34, 31, 6],
  gudachi: [28, 25, 4],
};
const LEADING: typeof PUPILS = {
  'magdagachi-1': [398, 389, 168],
  ushumun: [151, 147, 63],
  daktuy: [119, 116, 52],
};

const YEARS = [
  ['2017/2018', '30.01.2020'],
  ['2018/2019', '30.01.2020'],
  ['2019/2020', '24.06.2020'],
] as const;

const wobble = (size: number, ...words: string[]): number => Math.round((chance(...words) - 0.5) * size);

const baseline: readonly Line[] = YEARS.flatMap(([year, day]) =>
  Object.entries({ ...PUPILS, ...LEADING }).flatMap(([school, [assessed, passed, good]]) => {
    const n = assessed + wobble(6, year, school, 'n');
    const row = (indicator: string, count: number) =>
      on(day, {
        year,
        kind: 'исходное значение',
        indicator,
        school,
        numerator: String(Math.min(n, count)),
        denominator: String(n),
        measure: 'доля',
        source: `Отчёт школы за ${year} учебный год (${NOTE})`,
      });
    return [
      row('Успеваемость обучающихся', passed + wobble(3, year, school, 'passed')),
      row('Качество знаний обучающихся', good + wobble(4, year, school, 'good')),
    ];
  }),
);

/** Marks of the region at ОГЭ: none was held in 2020. */
const REGION: readonly (readonly [year: string, subject: string, n: number, marks: readonly number[]])[] = [
  ['2018/2019', 'Русский язык', 7204, [0.27, 0.41, 0.29]],
  ['2018/2019', 'Математика', 7219, [0.13, 0.42, 0.38]],
  ['2020/2021', 'Русский язык', 7466, [0.26, 0.38, 0.32]],
  ['2020/2021', 'Математика', 7471, [0.06, 0.38, 0.47]],
  ['2021/2022', 'Русский язык', 7583, [0.28, 0.38, 0.3]],
  ['2021/2022', 'Математика', 7590, [0.07, 0.37, 0.49]],
  ['2022/2023', 'Русский язык', 7712, [0.27, 0.39, 0.3]],
  ['2022/2023', 'Математика', 7705, [0.08, 0.38, 0.47]],
];

const region: readonly Line[] = REGION.map(([year, subject, n, shares]) => {
  const counts = shares.map((share) => Math.round(share * n));
  const two = n - counts.reduce((sum, count) => sum + count, 0);
  const [five, four, three] = counts.map(String);
  return on(`25.08.${year.slice(-4) === '2019' ? '2020' : year.slice(-4)}`, {
    year,
    kind: 'регион',
    indicator: 'ОГЭ',
    school: 'район',
    grade: '9',
    subject,
    n: String(n),
    five: five!,
    four: four!,
    three: three!,
    two: String(two),
    source: `Сборник результатов ГИА Амурской области (${NOTE})`,
    note: 'Строка – по области, не по району',
  });
});

const EGE: readonly (readonly [year: string, subject: string, n: number, score: number])[] = [
  ['2018/2019', 'Русский язык', 3512, 67.1],
  ['2019/2020', 'Русский язык', 3405, 69.4],
  ['2020/2021', 'Русский язык', 3390, 68.6],
  ['2021/2022', 'Русский язык', 3348, 65.8],
  ['2022/2023', 'Русский язык', 3301, 66.2],
];

const ege: readonly Line[] = EGE.map(([year, subject, n, score]) =>
  on(`25.08.${year.slice(-4) === '2019' ? '2020' : year.slice(-4)}`, {
    year,
    kind: 'регион',
    indicator: 'Средний тестовый балл ЕГЭ',
    school: 'район',
    grade: '11',
    subject,
    numerator: String(Math.round(score * n)),
    denominator: String(n),
    measure: 'среднее',
    source: `Сборник результатов ГИА Амурской области (${NOTE})`,
    note: 'Строка – по области, не по району',
  }),
);

export const REFERENCES: readonly Line[] = inTime([...baseline, ...region, ...ege]).map((line) => ({
  ...line,
  basis: roadmapItem('2.2'),
  responsible: CENTRE,
}));
