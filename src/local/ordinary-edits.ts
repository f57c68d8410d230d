import { type Profiler, Session } from 'node:inspector';
import { basename } from 'node:path';
import type { Field, Programme } from '../model';
import { readSchoolTab } from '../workbook';
import { enterQuietly, sheetOf } from './bench/enter';
import type { Dataset } from './demo/dataset';
import { DistrictRun } from './demo/district-run';

/** From where to where in its file a function goes. */
type Place = readonly [from: number, to: number];

const TYPED: Partial<Record<Field['kind'], string>> = { count: '3', decimal: '3' };

/** A number typed into each form of a school's full tab: what is most of all edits. */
function typeIntoForms({ runtime }: DistrictRun, programme: Programme, { schools }: Dataset): void {
  const sheet = sheetOf(runtime, schools[0]!.name);
  for (const { form, firstRow, columns } of readSchoolTab(
    programme,
    sheet.getDataRange().getValues(),
  ).blocks.values()) {
    const [key, field] = Object.entries(form.fields).find(([, { kind }]) => TYPED[kind]) ?? [];
    if (!key || !field) continue;
    runtime.edit(sheet.getName(), sheet.getRange(firstRow, columns.get(key)!).getA1Notation(), TYPED[field.kind]!);
  }
}

/** Which functions `work` calls, by the name of the file they stand in; a file may be loaded more than once. */
function calledIn(work: () => void): ReadonlyMap<string, Place[]> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  work();
  const called = new Map<string, Map<string, Place>>();
  const note = ({ url, functions }: Profiler.ScriptCoverage): void => {
    const file = basename(url);
    const places = called.get(file) ?? new Map<string, Place>();
    called.set(file, places);
    for (const { count, startOffset, endOffset } of functions.map(({ ranges }) => ranges[0]!))
      if (count > 0) places.set(`${startOffset}-${endOffset}`, [startOffset, endOffset]);
  };
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error;
    taken.result.forEach(note);
  });
  session.disconnect();
  return new Map([...called].map(([file, places]) => [file, [...places.values()]]));
}

/** The functions of the add-on in `dist` that ordinary edits call, by the name of the file they stand in. */
export function calledAtEdits(programme: Programme, data: Dataset, dist: string): ReadonlyMap<string, Place[]> {
  const run = new DistrictRun(programme, data, dist);
  run.setUp();
  enterQuietly(run.runtime, programme, data);
  return calledIn(() => typeIntoForms(run, programme, data));
}
