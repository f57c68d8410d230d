import { existsSync } from 'node:fs';
import { quarterTitle } from '../../model';
import { programme } from '../../programme';
import { type Dataset, readDataset } from '../demo/dataset';
import { DistrictRun } from '../demo/district-run';
import { demonstration } from '../demonstration';
import { PERIODS } from '../demonstration/district';
import { createRuntime, type Runtime } from '../runtime';
import type { PreviewArguments } from './arguments';

/** Enough to compare with the year before; all sixteen quarters would take a minute to fill. */
const LAST_YEAR = PERIODS.slice(-5);

/** A runtime with the workbook a person is going to see; `tell` is told how far the work is. */
export async function prepareRuntime(
  { source, dist }: PreviewArguments,
  tell: (step: string) => void,
): Promise<Runtime> {
  const live = () => createRuntime({ now: () => new Date(), ...(dist && { dist }) });
  switch (source.kind) {
    case 'demonstration':
      return liveThrough(demonstration(programme.forms, LAST_YEAR), dist, tell);
    case 'data':
      return liveThrough(readDataset(source.path, programme), dist, tell);
    case 'empty':
      return live();
    case 'file': {
      tell('Читается книга…');
      const runtime = live();
      await runtime.loadXlsx(source.path).catch((error: Error) => {
        const why = existsSync(source.path) ? 'не читается, это не книга .xlsx или она повреждена' : 'такого файла нет';
        throw new Error(`${source.path}: ${why}.`, { cause: error });
      });
      return runtime;
    }
    default:
      return source satisfies never;
  }
}

/** As the demo does: quarter by quarter; the last one stays open. */
function liveThrough(data: Dataset, dist: string | undefined, tell: (step: string) => void): Runtime {
  tell('Создаётся книга района…');
  const run = new DistrictRun(programme, data, dist);
  run.setUp();
  const last = data.periods.at(-1);
  for (const period of data.periods) {
    tell(`Школы заполняют вкладки: ${quarterTitle(period)}`);
    run.enter(period);
    run.consolidate();
    if (period !== last) run.close(period);
  }
  return run.runtime;
}
