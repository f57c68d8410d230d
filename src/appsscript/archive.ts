import { type Grid, type RawRow, shortName } from '../model';
import {
  ABOUT,
  type ArchiveFiles,
  aboutArchive,
  archivedTabFile,
  archivedTabs,
  archivedTabText,
  dueTab,
  exportResults,
  formCsv,
  type KeyedTab,
  layoutOf,
  registerCsv,
  rowsOfPeriod,
  type StoredPeriod,
  schoolsCsv,
  schoolsTab,
  settingsTab,
  withHashes,
  withNotes,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { Refusal } from './book';
import { codeOf } from './code-file';
import { driveService } from './drive-files';
import { hashOf } from './hash';
import type { OpenedBook } from './opened-book';
import { registersWith } from './registers';
import { now } from './run';
import { locateSchoolTabs } from './school-tabs';
import { readStored } from './stored';
import { TabReader } from './tab-reader';
import { refuseChanged } from './verify-closed';
import { VERSION } from './version';
import type { ZippedFile } from './zip';

/** Everything that the workbook holds, as texts by name; `attached` are further files of whoever asks. */
function archivedBook(attached: ArchiveFiles): ArchiveFiles {
  const { periods, opened, closedData } = readStored();
  refuseChanged(closedData);
  const { register, settings } = opened;
  const registers = registersWith(opened, periods);
  const rows = (form: (typeof programme.forms)[number]): RawRow[] =>
    periods.flatMap(({ key }: StoredPeriod) =>
      rowsOfPeriod(form, closedData.rows[form.key] ?? [], key, settings.period),
    );
  const files: Record<string, string> = {
    [ABOUT]: aboutArchive({ version: VERSION, at: new Date().toISOString() }),
    'schools.csv': schoolsCsv(register.schools),
  };
  for (const form of programme.forms) files[`${form.key}.csv`] = formCsv(form, rows(form));
  for (const item of programme.registers) files[`${item.key}.csv`] = registerCsv(item, registers);
  files['results.json'] =
    `${JSON.stringify(exportResults(programme, register.schools, periods, registers), null, 1)}\n`;
  return withHashes({ ...files, ...tabsOf(opened), ...attached }, hashOf);
}

/** Each tab as it stands. */
function tabsOf({ book, register }: OpenedBook): Record<string, string> {
  const files: Record<string, string> = {};
  const put = (key: string, grid: Grid, rows: number, notes?: string[][]): void => {
    files[archivedTabFile(key)] = archivedTabText({ key, grid, rows, ...(notes ? { notes } : {}) });
  };
  const reader = new TabReader('archive');
  const { tabs } = locateSchoolTabs(book, register.schools, (sheet) => reader.read(sheet));
  reader.finish();
  for (const tab of [settingsTab, dueTab, schoolsTab, ...archivedTabs(programme)]) {
    const grid = book.read(tab.key);
    if (!grid || !layoutOf(tab, grid)) throw new Refusal(lostKeys(tab));
    const sheet = book.sheet(tab.key)!;
    put(tab.key, grid, sheet.getMaxRows(), withNotes(tab) ? sheet.getDataRange().getNotes() : undefined);
  }
  for (const { school, grid } of tabs) {
    if (!grid) throw new Refusal(`Нет вкладки школы «${shortName(school.name)}». ${MEND}`);
    put(schoolTab(school.key), grid, grid.length);
  }
  reader.forget();
  return files;
}

const MEND = 'Нажмите «Настройка», «Создать или починить вкладки» и повторите выгрузку.';
const lostKeys = ({ name }: KeyedTab): string => `Вкладки «${name}» нет, или на ней нет скрытой строки ключей. ${MEND}`;

const ZIP = 'application/zip';

interface SavedArchive {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** Makes the archive and puts it into Drive: a new file each time, so that none is written over. */
export function saveArchive(attached: ArchiveFiles = {}): SavedArchive {
  const files = Object.entries(archivedBook(attached)).map(([name, text]): ZippedFile => {
    const signed = Utilities.newBlob(text, 'text/plain').getBytes();
    return { name, bytes: Uint8Array.from(signed) };
  });
  const bytes = codeOf<{ zipped(files: readonly ZippedFile[]): Uint8Array }>('archive').zipped(files);
  const name = `Качество образования, архив ${now('yyyy-MM-dd HH-mm')}.zip`;
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blob = Utilities.newBlob(Array.from(signed), ZIP, name);
  const { id } = driveService().Files.create({ name, mimeType: ZIP }, blob, { fields: 'id' });
  return { id: id!, name, url: `https://drive.google.com/file/d/${id}/view` };
}
