import {
  type Block,
  formatNumber,
  isDerived,
  periodTitle,
  quarterTitle,
  type TableCell,
  type TableColumn,
} from '../model';
import {
  changeOf,
  DISTRICT,
  type DistrictData,
  figureOf,
  groupsOf,
  groupTitle,
  hasValue,
  indicatorOf,
  ofGroup,
  ofSchool,
  ofSubject,
  type SchoolCollection,
} from './district-data';
import { changeText, figureCell, NO_DATA, SMALL_MARK, SMALL_NOTE } from './figure-text';

type TableBlock = Extract<Block, { kind: 'table' }>;
type Owner = typeof DISTRICT;

interface Line {
  readonly title: string;
  readonly owner: Owner;
  readonly bold?: boolean;
}

/** What a column shows of an owner: its n, a figure, or a figure's change. */
interface Column extends TableColumn {
  readonly show: { readonly what: 'n' | 'value' | 'change'; readonly indicator: string };
}

const column = (title: string, width: number, what: Column['show']['what'], indicator: string): Column => ({
  title,
  width,
  align: 'center',
  show: { what, indicator },
});

const cellText = (content: string): TableCell => ({ content });

function cellOf(data: DistrictData, owner: Owner, { what, indicator }: Column['show']): TableCell {
  const definition = indicatorOf(data, indicator);
  const figure = figureOf(data, owner, indicator);
  switch (what) {
    case 'n':
      return cellText(hasValue(figure) ? formatNumber(figure.denominator) : NO_DATA);
    case 'value':
      return figureCell(definition, figure);
    case 'change':
      return cellText(changeText(definition, changeOf(data, owner, indicator), figure));
  }
}

function figuresTable(
  data: DistrictData,
  caption: string,
  first: TableColumn,
  columns: readonly Column[],
  lines: readonly Line[],
  form: string,
): TableBlock {
  const rows = lines.map(({ title, owner, bold }) => {
    const cells = [cellText(title), ...columns.map(({ show }) => cellOf(data, owner, show))];
    return bold ? cells.map((cell) => ({ ...cell, bold })) : cells;
  });
  const small = rows
    .flat()
    .some(
      ({ content }) =>
        typeof content !== 'string' &&
        content.some((run) => run.text.endsWith(SMALL_MARK) || run.text.includes(' из ')),
    );
  const note = [comparisonNote(data, form), small ? SMALL_NOTE : ''].filter((text) => text !== '').join(' ');
  return { kind: 'table', caption, columns: [first, ...columns], rows, ...(note ? { note } : {}) };
}

function comparisonNote(data: DistrictData, form: string): string {
  const comparison = data.comparisons[form];
  if (!comparison) return 'Изменение не приводится: данных за более ранний период нет.';
  const title = quarterTitle(comparison.period);
  return comparison.kind === 'year-ago'
    ? `Изменение – к тому же кварталу прошлого учебного года (${title}).`
    : `Изменение – к предыдущему периоду (${title}): данных за тот же квартал прошлого учебного года нет, сравнение ориентировочное.`;
}

/** Schools in the order of the register, then groups, then the district. Never sorted by result. */
const ownerLines = (data: DistrictData): Line[] => [
  ...data.schools.map((school) => ({ title: school.name, owner: ofSchool(school.key) })),
  ...groupsOf(data).map((group) => ({ title: groupTitle(group), owner: ofGroup(group), bold: true })),
  { title: 'Район', owner: DISTRICT, bold: true },
];

const name = (title: string, width: number): TableColumn => ({ title, width, align: 'left' });

export function collectionTable(data: DistrictData, number: number): TableBlock {
  const names = new Map(data.schools.map((school) => [school.key, school]));
  const listed = (item: SchoolCollection, value: number) =>
    cellText(item.classes === 0 ? NO_DATA : formatNumber(value));
  const rows = data.collection.map((item) => {
    const school = names.get(item.school);
    const counts = [item.rows, item.leftOut].map((value) => cellText(formatNumber(value)));
    const ofList = [listed(item, item.classes), listed(item, item.pupils)];
    return [cellText(school?.name ?? item.school), cellText(school?.type ?? ''), ...ofList, ...counts];
  });
  const sum = (of: (item: DistrictData['collection'][number]) => number) =>
    cellText(formatNumber(data.collection.reduce((total, item) => total + of(item), 0)));
  const total = [
    cellText('Район'),
    cellText(''),
    sum((i) => i.classes),
    sum((i) => i.pupils),
    sum((i) => i.rows),
    sum((i) => i.leftOut),
  ];
  const centred = (title: string, width: number): TableColumn => ({ title, width, align: 'center' });
  return {
    kind: 'table',
    caption: `Таблица ${number} – Школы, классы, обучающиеся и полнота данных`,
    columns: [
      name('Школа', 0.405),
      centred('Тип', 0.09),
      centred('Классов', 0.11),
      centred('Обучающихся', 0.165),
      centred('Строк учтено', 0.11),
      centred('Строк не учтено', 0.12),
    ],
    rows: [...rows, total.map((cell) => ({ ...cell, bold: true }))],
    note: 'Классы и обучающиеся – по форме «Классы»; строки – по всем формам. Не учтены строки с ошибками, они названы в книге.',
  };
}

export const pupilsTable = (data: DistrictData, number: number): TableBlock =>
  figuresTable(
    data,
    `Таблица ${number} – Итоги обучающихся по школам за ${periodTitle(data.period)}`,
    name('Школа', 0.275),
    [
      column('Подлежат аттестации, чел.', 0.15, 'n', 'pupil-pass-rate'),
      column('Успеваемость, %', 0.165, 'value', 'pupil-pass-rate'),
      column('Изменение, п.\u00a0п.', 0.14, 'change', 'pupil-pass-rate'),
      column('Качество знаний, %', 0.13, 'value', 'pupil-quality-rate'),
      column('Изменение, п.\u00a0п.', 0.14, 'change', 'pupil-quality-rate'),
    ],
    ownerLines(data),
    'pupils',
  );

const MARK_COLUMNS = [
  column('Отметок и н/а', 0.11, 'n', 'pass-rate'),
  column('Успеваемость, %', 0.165, 'value', 'pass-rate'),
  column('Качество знаний, %', 0.125, 'value', 'quality-rate'),
  column('Изменение качества, п.\u00a0п.', 0.14, 'change', 'quality-rate'),
  column('СОУ, %', 0.09, 'value', 'sou'),
  column('Средний балл', 0.11, 'value', 'mean-mark'),
];

export const marksTable = (data: DistrictData, number: number): TableBlock =>
  figuresTable(
    data,
    `Таблица ${number} – Отметки по школам, все предметы вместе`,
    name('Школа', 0.26),
    MARK_COLUMNS,
    ownerLines(data),
    'marks',
  );

export function subjectsTable(data: DistrictData, number: number): TableBlock {
  const lines = data.subjects.map((subject) => ({ title: subject, owner: ofSubject(subject) }));
  const all = { title: 'Все предметы', owner: DISTRICT, bold: true };
  return figuresTable(
    data,
    `Таблица ${number} – Отметки по предметам, район`,
    name('Предмет', 0.26),
    MARK_COLUMNS,
    [...lines, all],
    'marks',
  );
}

/** Plan and fact of the programme's targets, school by school and for the group. */
export function targetsTable(data: DistrictData, number: number): TableBlock {
  const rows = data.programme.indicators.flatMap((indicator) =>
    indicator.targets.flatMap((target) => {
      const schools = data.schools.filter((school) => school.group === target.group);
      const lines: Line[] = [
        ...schools.map((school) => ({ title: school.name, owner: ofSchool(school.key) })),
        { title: groupTitle(target.group), owner: ofGroup(target.group), bold: true },
      ];
      return lines.map(({ title, owner, bold }) => {
        const figure = figureOf(data, owner, indicator.key);
        const plan = target.atLeast === 100 ? formatNumber(100) : `не менее ${formatNumber(target.atLeast)}`;
        const reached = !hasValue(figure) ? NO_DATA : figure.value >= target.atLeast ? 'достигнуто' : 'не достигнуто';
        const n = cellText(hasValue(figure) && !isDerived(indicator) ? formatNumber(figure.denominator) : NO_DATA);
        const cells = [
          cellText(indicator.title),
          cellText(title),
          cellText(plan),
          figureCell(indicator, figure),
          n,
          cellText(reached),
        ];
        return bold ? cells.map((cell) => ({ ...cell, bold })) : cells;
      });
    }),
  );
  const by = data.programme.indicators.flatMap((indicator) => indicator.targets)[0];
  const centred = (title: string, width: number): TableColumn => ({ title, width, align: 'center' });
  return {
    kind: 'table',
    caption: `Таблица ${number} – Целевые индикаторы программы: план и факт`,
    columns: [
      name('Показатель', 0.21),
      name('Школа, группа', 0.27),
      centred('План, %', 0.12),
      centred('Факт, %', 0.13),
      centred('n, чел.', 0.1),
      centred('Итог', 0.17),
    ],
    rows,
    note: `План – к ${by ? quarterTitle(by.by).replace('квартал', 'кварталу') : 'концу программы'}; источник – ${by?.source ?? ''}. С планом сравнивается значение без округления. ${SMALL_NOTE}`,
  };
}

/** The index of social well-being: shown only when some school has enough data for it. */
export function contextTable(data: DistrictData, number: number): TableBlock {
  const table = figuresTable(
    data,
    `Таблица ${number} – Социальный контекст школ`,
    name('Школа', 0.375),
    [
      column('Обучающихся, чел.', 0.165, 'n', 'higher-education-parent-rate'),
      column('Родители с высшим образованием, %', 0.18, 'value', 'higher-education-parent-rate'),
      column('Неполные семьи, %', 0.14, 'value', 'incomplete-families-rate'),
      column('ИСБШ, от 0 до 100', 0.14, 'value', 'context-index'),
    ],
    ownerLines(data),
    'context',
  );
  const note =
    'ИСБШ – индекс социального благополучия школы: чем больше, тем благоприятнее условия. Официально утверждённых весов нет, использованы веса из настроек.';
  return { ...table, note };
}
