import { type Answer, type Cell, type Grid, isBlank, type Programme, textOf } from '../../../src/model';
import {
  figuresTable,
  type KeyedRow,
  readRegister,
  readTable,
  registerTab,
  registerTabOf,
  rowsTab,
  rowsTable,
  settingPlace,
  statusTable,
  tabKeyOf,
  targetsTable,
} from '../../../src/workbook';

type Tabs = ReadonlyMap<string, Grid>;

/** The workbook's service tabs by their keys. */
export function tabsOf(sheets: readonly GoogleAppsScript.Spreadsheet.Sheet[]): Tabs {
  return new Map(
    sheets.flatMap((sheet) => {
      const grid = sheet.getDataRange().getValues();
      const key = tabKeyOf(grid.slice(0, 10));
      return key ? [[key, grid] as const] : [];
    }),
  );
}

const isOf = (
  row: Readonly<Record<string, unknown>>,
  where: Readonly<Record<string, string | readonly string[]>> = {},
) => Object.entries(where).every(([key, words]) => [words].flat().includes(textOf(row[key] as Cell)));

/** Rows of a register that somebody has written: a cell that says what the order made it begin with is not filled. */
function isFilled(programme: Programme, tabs: Tabs, answer: Extract<Answer, { register: string }>): boolean {
  const register = programme.registers.find(({ key }) => key === answer.register)!;
  const kept = readRegister(
    registerTabOf(register, programme.registers),
    register,
    tabs.get(registerTab(register)) ?? [],
  );
  return (kept?.rows ?? []).some(({ id, cells }) => {
    const start = register.starts.find((item) => item.id === id);
    const began = textOf((start?.[answer.field] ?? '') as Cell);
    const words = textOf(cells[answer.field] ?? '');
    return words !== '' && words !== began && isOf(cells, answer.where);
  });
}

const has = (rows: readonly KeyedRow[], key: string, word: string, filled: string): boolean =>
  rows.some((row) => textOf(row[key]) === word && !isBlank(row[filled]));

/** Answers of which the workbook shows nothing, «R1.1.3: register events.theme»; reports are no tabs. */
export function unanswered(programme: Programme, tabs: Tabs): { id: string; answer: Answer }[] {
  const table = (key: string): Grid => tabs.get(key) ?? [];
  const figures = readTable(figuresTable, table('figures'));
  const targets = readTable(targetsTable(programme), table('targets'));
  const rowsOf = new Map(
    programme.forms.map((form) => [form.key, readTable(rowsTable(form), table(rowsTab(form)))] as const),
  );
  const isAnswered = (answer: Answer): boolean => {
    if ('form' in answer) return rowsOf.get(answer.form)!.some((row) => !isBlank(row[`field:${answer.field}`]));
    if ('register' in answer) return isFilled(programme, tabs, answer);
    if ('indicator' in answer) return has(figures, 'indicator', answer.indicator, 'value');
    if ('target' in answer) return has(targets, 'target', answer.target, 'fact');
    if ('setting' in answer) return settingPlace(table('settings'), answer.setting) !== null;
    if ('tab' in answer)
      return answer.tab === 'status'
        ? readTable(statusTable(programme.forms), table('status')).length > 0
        : table(answer.tab).length > 3;
    return true;
  };
  return programme.requirements.flatMap(({ id, answers }) =>
    answers.filter((answer) => !isAnswered(answer)).map((answer) => ({ id, answer })),
  );
}
