import type { Explained, Selected } from '../model';
import {
  cellOfTab,
  checkTab,
  consolidatedAt,
  type Explaining,
  explain,
  explainRow,
  figureAt,
  type Place,
  targetAt,
} from '../pipeline';
import { programme } from '../programme';
import { readSchoolTab, rowsTab, rowsTabName, schoolTab, schoolTabName, TABS } from '../workbook';
import type { OpenedBook } from './opened-book';

const WHERE = `Выберите ячейку с числом: на вкладке «${TABS.figures}», «${TABS.targets}», на вкладке школы или в сводных данных.`;
const NOT_HERE = `В этой ячейке объяснять нечего. ${WHERE}`;

/** What stands in the selected cell; the stored periods are read only where the cell needs them. */
export function explainSelected(opened: OpenedBook, explaining: () => Explaining): Selected {
  const cell = SpreadsheetApp.getActiveRange();
  if (!cell) return { words: WHERE };
  const at = { row: cell.getRow(), column: cell.getColumn() };
  const name = cell.getSheet().getName();
  const school = opened.register.schools.find((one) => schoolTabName(one.name) === name);
  if (school) return onSchoolTab(opened, school, at);
  const read = publishedAt(opened, name, at);
  if (!read) return { words: NOT_HERE };
  const known = explaining();
  const of = read(known);
  const explanation = of && explain(known, of);
  return explanation ? { explanation } : { words: NOT_HERE };
}

type School = OpenedBook['register']['schools'][number];

/** As the tab stands now, consolidated or not. */
function onSchoolTab({ book }: OpenedBook, school: School, at: Place): Selected {
  const tab = readSchoolTab(programme, book.read(schoolTab(school.key))!);
  const cell = tab.trouble.length === 0 ? cellOfTab(tab, at) : null;
  if (!cell) return { words: NOT_HERE };
  const { checked } = checkTab(programme, tab).blocks.find(({ block }) => block === cell.block)!;
  const note = 'Строка, как она стоит на вкладке сейчас.';
  const explanation = explainRow({ programme, school, checked, note }, cell.of);
  return explanation ? { explanation } : { words: NOT_HERE };
}

/** How to tell what a cell of a published tab is; null of a tab that is none. */
function publishedAt({ book }: OpenedBook, name: string, at: Place): ((known: Explaining) => Explained | null) | null {
  if (name === TABS.figures) return ({ periods }) => figureAt(periods, book.read('figures')!, at);
  if (name === TABS.targets) return () => targetAt(programme, book.read('targets')!, at);
  const form = programme.forms.find((candidate) => rowsTabName(candidate) === name);
  return form ? () => consolidatedAt(form, book.read(rowsTab(form))!, at) : null;
}
