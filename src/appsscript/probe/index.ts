import { programme } from '../../programme';
import { TABS } from '../../workbook/names';
import { activeBook, openBook, Refusal } from '../book';
import { exclusively, type Outcome, outOfTime, record } from '../run';
import { messageOf } from './answers';
import { CELLS } from './cells';
import { DOCUMENTS } from './documents';
import { ELSEWHERE } from './elsewhere';
import { PLATFORM } from './platform';
import { NotTried, type Probe, type Theme } from './probe';
import { PROTECTION } from './protection';
import { type ResultRow, writeResults } from './results-tab';
import { SET_UP_FACTS } from './set-up-facts';
import { TYPING } from './typing';
import { type Handlers, sweep, Workbench } from './workbench';

const THEMES: readonly Theme[] = [
  { title: 'Настройка книги', probes: SET_UP_FACTS },
  { title: 'Ввод значений', probes: TYPING },
  { title: 'Ячейки', probes: CELLS },
  { title: 'Защита', probes: PROTECTION },
  { title: 'Среда', probes: PLATFORM },
  { title: 'Документы', probes: DOCUMENTS },
  { title: 'Вручную', probes: ELSEWHERE },
];

const AGREES = '✔ как ожидалось';
const DIFFERS = '✖ отличается';
const UNTRIED = '– не проверено';

/** One probe's row; whatever a probe throws is its result and stops no other. */
function tried(theme: string, { belief, expected, find }: Probe, bench: Workbench): ResultRow {
  const row = { theme, belief, expected };
  try {
    if (outOfTime()) throw new NotTried('не хватило времени');
    const found = find(bench);
    return { ...row, found, verdict: found === expected ? AGREES : DIFFERS };
  } catch (error) {
    const message = messageOf(error);
    if (error instanceof NotTried) return { ...row, found: '', verdict: `${UNTRIED}: ${message}` };
    return { ...row, found: error instanceof Refusal ? message : `сбой: ${message}`, verdict: DIFFERS };
  }
}

/** Tries everything on temporary sheets, files and keys, and removes them whatever happens. */
function tryAll(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, handlers: Handlers): ResultRow[] {
  sweep(spreadsheet, handlers);
  let rows: ResultRow[] = [];
  let left: string[] = [];
  try {
    const bench = new Workbench(spreadsheet, handlers);
    rows = THEMES.flatMap(({ title, probes }) => probes.map((probe) => tried(title, probe, bench)));
  } finally {
    left = sweep(spreadsheet, handlers);
  }
  return [...rows, clearedRow(left)];
}

function clearedRow(left: readonly string[]): ResultRow {
  const expected = 'удалены';
  return {
    theme: 'Уборка',
    belief: 'Временные вкладки, свойства, триггер и документ этой проверки удалены',
    expected,
    found: left.length === 0 ? expected : `остались: ${left.join('; ')}`,
    verdict: left.length === 0 ? AGREES : DIFFERS,
  };
}

function summaryOf(rows: readonly ResultRow[]): string {
  const count = (mark: string) => rows.filter(({ verdict }) => verdict.startsWith(mark)).length;
  const [agreed, different, untried] = [count(AGREES), count(DIFFERS), count(UNTRIED)];
  const differing = different === 0 ? 'отличий нет' : `отличается ${different}`;
  return `Совпало ${agreed} из ${agreed + different}, ${differing}, не проверено ${untried}`;
}

/**
 * «Проверить установку»: tries on this very Google account what the add-on believes of Google and what the workbook
 * should have, and prints both on the tab «Проверка установки».
 */
export function tryInstallation(handlers: Handlers): Outcome {
  const spreadsheet = activeBook();
  return exclusively(() => {
    const rows = tryAll(spreadsheet, handlers);
    const summary = summaryOf(rows);
    writeResults(spreadsheet, rows, summary);
    record(openBook(programme), { who: 'координатор', what: 'Установка проверена', stamp: '', details: summary });
    return { title: 'Установка проверена', lines: [`${summary} – см. вкладку «${TABS.probe}».`] };
  });
}
