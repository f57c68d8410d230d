import type { Grid } from '../model';
import { mixedTabs, type StoredPeriod, storedPeriods, validStamp } from '../pipeline';
import { programme } from '../programme';
import { rowsTab, rowsTabName } from '../workbook/names';
import { Refusal, readNeeded } from './book';
import { openForRun } from './consolidate';

/** All periods as stored, oldest first. Tabs written by different runs are refused: they would be a mixture. */
export function readStored(): { periods: StoredPeriod[]; opened: ReturnType<typeof openForRun> } {
  const opened = openForRun();
  const { book, settings, register } = opened;
  const rows: Record<string, Grid> = {};
  for (const form of programme.forms) rows[form.key] = readNeeded(book, rowsTab(form));
  const valid = validStamp(readNeeded(book, 'journal'));
  if (valid === '') throw new Refusal('Свод ещё не собран. Нажмите «Собрать свод».');
  const mixed = mixedTabs(rows, valid);
  if (mixed.length > 0) {
    const names = programme.forms.filter((form) => mixed.includes(form.key)).map(rowsTabName);
    throw new Refusal(`Вкладки записаны разными сводами (${names.join(', ')}). Нажмите «Собрать свод».`);
  }
  const periods = storedPeriods(programme, {
    settings,
    schools: register.schools,
    periods: readNeeded(book, 'periods'),
    rows,
  });
  return { periods, opened };
}
