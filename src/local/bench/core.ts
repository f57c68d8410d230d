import { periodResults } from '../../domain';
import type { Programme, RawRow } from '../../model';
import { wanted } from './lines';
import { cpuOf, median } from './measure';
import { measuredDistrict, PERIOD } from './measured-district';
import { plainResults } from './plain-loops';

const SCHOOLS = 370;
/** With nine classes, ninety rows a school. */
const MARKS = 81;
const TIMES = 3;
/** Of the issue this bench was made for. */
const TIMES_PLAIN = 4;

const FORMS = ['classes', 'marks'];

/** Rows as they are read from the tabs of a large district: numbers where numbers were typed. */
function rowsOf(programme: Programme): { rows: RawRow[]; schools: ReturnType<typeof measuredDistrict>['schools'] } {
  const data = measuredDistrict(programme, SCHOOLS, MARKS);
  const rows = data.rows
    .filter(({ form }) => FORMS.includes(form))
    .map(({ cells, ...place }): RawRow => {
      const typed = Object.entries(cells).map(([key, text]) => [
        key,
        key === 'grade' || key === 'letter' || key === 'subject' ? text : Number(text),
      ]);
      return { ...place, cells: Object.fromEntries(typed), explanation: '' };
    });
  return { rows, schools: data.schools };
}

/** Parse, validate and compute against loops that do the same sums and checks for these two forms by hand. */
export function measureCore(programme: Programme): void {
  const { rows, schools } = rowsOf(programme);
  const settings = Object.fromEntries(programme.settings.map(({ key, value }) => [key, value]));
  const medianCpu = (work: () => void) => median(Array.from({ length: TIMES }, () => cpuOf(work)));
  let figure: number | null | undefined;
  const cpu = medianCpu(() => {
    const { figures } = periodResults(programme, rows, { period: PERIOD, schools, settings });
    figure = figures.find(
      ({ indicator, scope, slice }) => indicator === 'quality-rate' && scope === 'district' && !slice,
    )?.value;
  });
  let plainFigure: number | null | undefined;
  const plain = medianCpu(() => {
    plainFigure = plainResults(rows, schools).get('district|')?.quality;
  });
  if (figure !== plainFigure) throw new Error(`plain loops give ${plainFigure}, the core ${figure}`);
  wanted('core', { rows: rows.length, cpu_ms: cpu, plain_ms: plain }, cpu, TIMES_PLAIN * plain);
}
