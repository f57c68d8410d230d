import type { Cell, Grid } from '../model';

/** Of the workbook, once an execution. */
let zone: string | undefined;
const bookZone = (): string => {
  zone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone();
  return zone;
};

const isDay = (cell: Cell): cell is Date => typeof cell === 'object';

/** A day begins at midnight of the workbook's clock: where that is the script's midnight, the two clocks agree. */
const isElsewhere = (cell: Cell): boolean => isDay(cell) && cell.getHours() + cell.getMinutes() + cell.getSeconds() > 0;

/** All cells are looked at with every keystroke: plain loops, as a function would be called for each. */
function isAnyElsewhere(grid: Grid): boolean {
  for (const row of grid) {
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index]!;
      if (typeof cell === 'object' && isElsewhere(cell)) return true;
    }
  }
  return false;
}

/**
 * A typed `12.5` is a day by the workbook's clock, and a script tells days by its own: where the two differ, each date is
 * given as the workbook shows it. Costs a call only where there are dates with a time.
 */
export function asShown(grid: Grid): Grid {
  if (!isAnyElsewhere(grid)) return grid;
  const shownIn = bookZone();
  if (shownIn === Session.getScriptTimeZone()) return grid;
  return grid.map((row) => row.map((cell) => (isDay(cell) ? dayShown(cell, shownIn) : cell)));
}

function dayShown(day: Date, shownIn: string): Date {
  const parts = Utilities.formatDate(day, shownIn, 'yyyy-MM-dd-HH-mm-ss').split('-').map(Number);
  const [year, month, date, hour, minute, second] = parts as [number, number, number, number, number, number];
  return new Date(year, month - 1, date, hour, minute, second);
}

/** Set-up puts the workbook on the script's clock and says so; nothing that stands in a cell looks otherwise for it. */
export function oneTimeZone(): string[] {
  const [was, own] = [bookZone(), Session.getScriptTimeZone()];
  if (was === own) return [];
  SpreadsheetApp.getActive().setSpreadsheetTimeZone(own);
  zone = own;
  return [`Часовой пояс книги был ${was}, теперь ${own}, как у дополнения: иначе даты расходятся на день.`];
}
