import { quarterTitle } from '../../model';
import { programme } from '../../programme';
import { type Dataset, readDataset } from '../dataset';
import { DistrictRun } from '../demo/district-run';
import { demonstration } from '../demonstration';
import { createRuntime, type Runtime } from '../runtime';
import type { Source } from './arguments';

/** A runtime with the workbook a person is going to see; `tell` is told how far the work is. */
export async function prepareRuntime(source: Source, tell: (step: string) => void): Promise<Runtime> {
  switch (source.kind) {
    case 'demonstration':
      return liveThrough(demonstration(programme.forms), tell);
    case 'data':
      return liveThrough(readDataset(source.path, programme.forms), tell);
    case 'empty':
      return createRuntime({ now: () => new Date() });
    case 'file': {
      tell('Читается книга…');
      const runtime = createRuntime({ now: () => new Date() });
      await runtime.loadXlsx(source.path);
      return runtime;
    }
    default:
      return source satisfies never;
  }
}

/** As the demo does: quarter by quarter; the last one stays open. */
function liveThrough(data: Dataset, tell: (step: string) => void): Runtime {
  tell('Создаётся книга района…');
  const run = new DistrictRun(programme, data);
  run.setUp();
  const last = data.periods.at(-1);
  for (const period of data.periods) {
    tell(`Школы заполняют вкладки: ${quarterTitle(period)}…`);
    run.enter(period);
    run.consolidate();
    if (period !== last) run.close(period);
  }
  return run.runtime;
}
