import { execFileSync } from 'node:child_process';
import type { Programme } from '../../model';
import { readSchoolTab } from '../../workbook';
import { DistrictRun } from '../demo/district-run';
import { enterQuietly, sheetOf } from './enter';
import { wanted } from './lines';
import { median } from './measure';
import { measuredDistrict } from './measured-district';
import { keepRecording, recordingAddOn } from './recording';

const LOADS = 15;
const EDITS = 7;
/** Of the issue this bench was made for, in CPU milliseconds. */
const LOAD_WANTED = 10;
const EDIT_WANTED: Readonly<Record<number, number>> = { 130: 30, 600: 60 };

/** Each in a process of its own, which has never seen the add-on: as Google starts it. */
const coldProcesses = (times: number, ...given: string[]): number =>
  median(
    Array.from({ length: times }, () =>
      Number(execFileSync(process.execPath, ['src/local/bench/cold.mjs', ...given], { encoding: 'utf8' })),
    ),
  );

export function measureLoad(dist: string): void {
  const cpu = coldProcesses(LOADS, dist);
  wanted('load', { cpu_ms: cpu }, cpu, LOAD_WANTED);
}

/** A number typed on a full tab with `rows` rows of marks; gives where its recording lies. */
function recordedEdit(programme: Programme, dist: string, rows: number): string {
  const data = measuredDistrict(programme, 1, rows);
  const run = new DistrictRun(programme, data, recordingAddOn(dist));
  run.setUp();
  enterQuietly(run.runtime, programme, data);
  const sheet = sheetOf(run.runtime, data.schools[0]!.name);
  const { firstRow, columns } = readSchoolTab(programme, sheet.getDataRange().getValues()).blocks.get('marks')!;
  const cell = sheet.getRange(firstRow + rows - 1, columns.get('five')!).getA1Notation();
  run.runtime.edit(sheet.getName(), cell, '3');
  return keepRecording(run.runtime);
}

export function measureColdEdits(programme: Programme, dist: string): void {
  for (const rows of [130, 600]) {
    const cpu = coldProcesses(EDITS, dist, recordedEdit(programme, dist, rows));
    wanted('edit', { rows, cpu_ms: cpu }, cpu, EDIT_WANTED[rows]!);
  }
}
