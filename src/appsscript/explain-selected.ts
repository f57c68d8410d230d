import type { Explained, Grid, Selected } from '../model';
import {
  cellOfTab,
  checkTab,
  consolidatedAt,
  type Explaining,
  explain,
  explainRow,
  figureAt,
  overviewAt,
  type Place,
  targetAt,
} from '../pipeline';
import { programme } from '../programme';
import {
  aboutResults,
  isOwnResults,
  panelSourceAt,
  readSchoolTab,
  rowsTab,
  rowsTabName,
  schoolTab,
  schoolTabName,
  TABS,
} from '../workbook';
import type { OpenedBook } from './opened-book';

const WHERE = `Выберите ячейку с числом: на вкладке «${TABS.panel}», «${TABS.overview}», «${TABS.targets}», на вкладке школы или в сводных данных.`;
const NOT_HERE = `В этой ячейке объяснять нечего. ${WHERE}`;

/** What stands in the selected cell; the stored periods are read only where the cell needs them. */
export function explainSelected(opened: OpenedBook, explaining: () => Explaining): Selected {
  const cell = SpreadsheetApp.getActiveRange();
  if (!cell) return { words: WHERE };
  const at = { row: cell.getRow(), column: cell.getColumn() };
  const name = cell.getSheet().getName();
  const school = opened.register.schools.find((one) => schoolTabName(one.name) === name);
  if (school) return onSchoolTab(opened, school, at, explaining);
  if (name === TABS.panel) return onPanel(opened, at.row, explaining);
  const read = publishedAt(opened, name, at);
  if (!read) return { words: NOT_HERE };
  const known = explaining();
  return told(known, read(known));
}

function told(known: Explaining, of: Explained | null): Selected {
  const explanation = of && explain(known, of);
  return explanation ? { explanation } : { words: NOT_HERE };
}

function onPanel({ book }: OpenedBook, row: number, explaining: () => Explaining): Selected {
  const grid = book.read('panel');
  const source = grid && panelSourceAt(programme, grid, row);
  if (!source) return { words: NOT_HERE };
  if (source.kind !== 'tab') return told(explaining(), source);
  return { words: `Эти числа посчитаны по строкам вкладки «${source.name}»: откройте её, там видна каждая.` };
}

type School = OpenedBook['register']['schools'][number];

/** As the tab stands now, consolidated or not. */
function onSchoolTab({ book }: OpenedBook, school: School, at: Place, explaining: () => Explaining): Selected {
  const grid = book.read(schoolTab(school.key))!;
  const own = grid[at.row - 1];
  if (own && isOwnResults(own)) return told(explaining(), ofOwnResults(school, own));
  const tab = readSchoolTab(programme, grid);
  const cell = tab.trouble.length === 0 ? cellOfTab(tab, at) : null;
  if (!cell) return { words: NOT_HERE };
  const { checked } = checkTab(programme, tab).blocks.find(({ block }) => block === cell.block)!;
  const note = 'Строка, как она стоит на вкладке сейчас.';
  const explanation = explainRow({ programme, school, checked, note }, cell.of);
  return explanation ? { explanation } : { words: NOT_HERE };
}

/** The sentence of «Ваши итоги» that stands in a row. */
function ofOwnResults({ key: school }: School, cells: Grid[number]): Explained | null {
  const { period, indicator } = aboutResults(cells);
  return indicator === '' ? null : { kind: 'figure', period, scope: 'school', school, indicator };
}

/** How to tell what a cell of a published tab is; null of a tab that is none. */
function publishedAt({ book }: OpenedBook, name: string, at: Place): ((known: Explaining) => Explained | null) | null {
  if (name === TABS.figures) return ({ periods }) => figureAt(periods, book.read('figures')!, at);
  if (name === TABS.overview) return ({ periods }) => overviewAt(periods, book.read('overview')!, at);
  if (name === TABS.targets) return () => targetAt(programme, book.read('targets')!, at);
  const form = programme.forms.find((candidate) => rowsTabName(candidate) === name);
  return form ? () => consolidatedAt(form, book.read(rowsTab(form))!, at) : null;
}
