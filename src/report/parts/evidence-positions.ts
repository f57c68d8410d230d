import { dateInFigures, formatNumber, NBSP, type RegisterRow, textOf } from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { MOST_NAMED, namedOrCounted } from '../missing';
import { STATES, stateOf, stateWord } from '../register-states';
import { rowsIn, schoolsIn, wordIn } from '../registers-table';
import type { ReportData } from '../report-data';
import { boldRow, leftColumn, paragraph, textCell } from '../texts';
import { type Availability, availabilityOf, newestFirst, periodOf } from './evidence-papers';

/** A position of the assessment of municipal mechanisms (МУМ 1.2): the order's documents that show it, by number, and registers that do. */
interface Position {
  readonly title: string;
  readonly documents: readonly string[];
  readonly registers?: readonly string[];
}

const POSITIONS: readonly Position[] = [
  { title: 'Цель', documents: ['1'] },
  { title: 'Показатели', documents: ['10', '12'] },
  { title: 'Методы сбора и обработки информации', documents: ['9', '10', '11'] },
  { title: 'Мониторинг показателей', documents: ['19'] },
  { title: 'Анализ результатов мониторинга', documents: ['19', '26'] },
  { title: 'Адресные рекомендации', documents: ['19', '24'], registers: ['actions'] },
  { title: 'Меры, мероприятия', documents: ['3', '7', '18'], registers: ['plan', 'events'] },
  { title: 'Управленческие решения', documents: ['20', '22', '27'] },
  { title: 'Анализ эффективности принятых мер', documents: ['19', '28'], registers: ['actions'] },
];

const isApproved = (row: RegisterRow): boolean => stateOf(row) === STATES.documents.approved;
const numberOf = (row: RegisterRow): string => wordIn(row, 'number');
const isOfFund = (row: RegisterRow): boolean => textOf(row.subject ?? '') !== '';

/** The district's own goes by its title alone. */
export const OF_DISTRICT = 'район';
const titleOf = (data: ReportData, row: RegisterRow): string => {
  const whose = schoolsIn(data, row);
  return [wordIn(row, 'title'), ...(whose === '' || whose === OF_DISTRICT ? [] : [whose])].join(', ');
};

type Cells = PartTable['rows'][number];

/** «№ 66»; what is no number stays as it was written: «б/н». */
export function numbered(row: RegisterRow): string {
  const number = wordIn(row, 'regNo');
  return /^\d/.test(number) ? `№${NBSP}${number}` : number || '–';
}

function documentCells(data: ReportData, row: RegisterRow): Cells {
  const link = textOf(row.electronic ?? '');
  return [
    textCell(titleOf(data, row)),
    textCell(wordIn(row, 'signedOn')),
    textCell(numbered(row)),
    textCell(periodOf(row)),
    link === '' ? textCell('–') : { content: 'открыть', link },
    textCell(availabilityOf([row], data.day)),
  ];
}

/** A document of which none is approved: whose is missing, and what there is of it. */
function missingCells(data: ReportData, rows: readonly RegisterRow[]): Cells {
  const [first] = rows;
  const keys = rows.map((row) => textOf(row.school ?? '')).filter((key) => key !== '' && key !== OF_DISTRICT);
  const schools = keys.length === 0 ? [] : [namedOrCounted(data, keys)];
  const states = [...new Set(rows.map((row) => stateWord(data, 'documents', stateOf(row))))];
  return [[wordIn(first!, 'title'), ...schools].join(', '), '–', '–', '–', '–', states.join(', ')].map(textCell);
}

/** So many of one kind, as a rule one of each school, stand in one line with the latest day. */
function manyCells(data: ReportData, rows: readonly RegisterRow[]): Cells {
  const [latest] = rows;
  const title = `${wordIn(latest!, 'title')}: утверждено ${formatNumber(rows.length)}`;
  const [last, period] = [wordIn(latest!, 'signedOn'), periodOf(latest!)];
  return [title, last, '–', period, '–', availabilityOf(rows, data.day)].map(textCell);
}

/** Sets of the fund stand in one line: each is a task for a subject and a class. */
function fundCells(data: ReportData, rows: readonly RegisterRow[]): Cells[] {
  const sets = newestFirst(rows.filter((row) => isOfFund(row) && isApproved(row)));
  if (sets.length === 0) return [];
  const linked = sets.filter((row) => textOf(row.electronic ?? '') !== '').length;
  const title = `Фонд оценочных средств: наборов ${sets.length}, из них в электронной форме ${linked}`;
  const last = wordIn(sets[0]!, 'signedOn');
  return [[title, last, '–', periodOf(sets[0]!), '–', availabilityOf(sets, data.day)].map(textCell)];
}

function registerCells(data: ReportData, key: string): Cells[] {
  const rows = rowsIn(data, key);
  const title = data.programme.registers.find((register) => register.key === key)?.title ?? key;
  if (rows.length === 0) return [];
  const days = rows.map((row) => textOf(row.date ?? row.doneOn ?? '')).filter((day) => day !== '' && day <= data.day);
  const [last] = days.sort((a, b) => (a < b ? 1 : -1));
  const words = `Вкладка «${title}»: записей ${rows.length}`;
  return [[words, last ? dateInFigures(last) : '–', '–', 'ведётся', '–', 'есть'].map(textCell)];
}

interface Shown {
  readonly position: Position;
  readonly state: Availability;
  readonly rows: readonly Cells[];
}

function shownOf(data: ReportData, position: Position): Shown {
  const own = rowsIn(data, 'documents').filter((row) => position.documents.includes(numberOf(row)));
  const papers = own.filter((row) => !isOfFund(row));
  const ready = newestFirst(papers.filter(isApproved));
  const many = new Set(
    position.documents.filter((number) => ready.filter((row) => numberOf(row) === number).length > MOST_NAMED),
  );
  const without = position.documents.flatMap((number) => {
    const all = papers.filter((row) => numberOf(row) === number);
    return all.length > 0 && !all.some(isApproved) ? [missingCells(data, all)] : [];
  });
  return {
    position,
    state: availabilityOf(own.filter(isApproved), data.day),
    rows: [
      ...ready.filter((row) => !many.has(numberOf(row))).map((row) => documentCells(data, row)),
      ...[...many].map((number) =>
        manyCells(
          data,
          ready.filter((row) => numberOf(row) === number),
        ),
      ),
      ...fundCells(data, own),
      ...without,
      ...(position.registers ?? []).flatMap((key) => registerCells(data, key)),
    ],
  };
}

/** Nine positions, each with its documents, of which period they are, where they can be opened and whether they still hold. */
export const positions: Part = {
  title: 'Позиции и документы',
  needs: [],
  absent: 'Реестр документов пуст: подтвердить нечем.',
  blocks: (data): PartBlock[] => {
    if (rowsIn(data, 'documents').length === 0) return [];
    const shown = POSITIONS.map((position) => shownOf(data, position));
    return [positionsTable(shown), ...toPrepare(data, shown)];
  },
};

const positionsTable = (shown: readonly Shown[]): PartTable => ({
  kind: 'table',
  key: 'positions',
  dense: true,
  title: 'Девять позиций управленческого цикла',
  columns: [
    leftColumn('Документ', 0.4),
    leftColumn('Дата', 0.11),
    leftColumn('Номер', 0.1),
    leftColumn('Период', 0.18),
    leftColumn('Ссылка', 0.09),
    leftColumn('Наличие', 0.12),
  ],
  rows: shown.flatMap(({ position, state, rows }, index) => [
    boldRow([{ content: `${index + 1}. ${position.title}: ${state}`, span: COLUMNS }]),
    ...rows,
  ]),
  note: 'Устарел – документ о результатах или на год, которому больше года; положения, методики и договоры действуют до замены. Период справки, протокола, приказа по итогам – предыдущий дате документа. Ссылки открываются в электронном виде пакета.',
});
const COLUMNS = 6;

/** What is to be approved before the inspection, and renewed where nothing newer shows the position: each document once. */
function toPrepare(data: ReportData, shown: readonly Shown[]): PartBlock[] {
  const unshown = new Set(shown.flatMap(({ position, state }) => (state === 'есть' ? [] : position.documents)));
  const rows = rowsIn(data, 'documents').filter((row) => !isOfFund(row));
  const numbers = [...new Set(POSITIONS.flatMap(({ documents }) => documents))];
  const found = numbers.flatMap((number) => {
    const own = rows.filter((row) => numberOf(row) === number);
    const state = availabilityOf(own.filter(isApproved), data.day);
    const isEnough = state === 'есть' || (state === 'устарел' && !unshown.has(number));
    return own.length === 0 || isEnough ? [] : [{ state, title: `«${wordIn(own[0]!, 'title')}»` }];
  });
  const titled = (is: Availability): string =>
    found.flatMap(({ state, title }) => (state === is ? [title] : [])).join(', ');
  const [missing, old] = [titled('нет'), titled('устарел')];
  const wanted = [...(missing ? [`утвердить ${missing}`] : []), ...(old ? [`обновить ${old}`] : [])];
  return [
    paragraph(
      wanted.length === 0
        ? 'Все позиции подтверждены действующими документами.'
        : `До проверки нужно ${wanted.join('; ')}.`,
    ),
  ];
}
