import { formatNumber, type School } from '../model';
import { publishedTables } from '../pipeline';
import { programme } from '../programme';
import type { DataRow, Dataset } from './dataset';
import { DistrictRun } from './demo/district-run';

const SIZES = [2, 7, 60, 150];
const PERIOD = '2023-Q2';
const SUBJECTS = [
  'Русский язык',
  'Математика',
  'История',
  'География',
  'Биология',
  'Физика',
  'Химия',
  'Литература',
  'Алгебра',
  'Геометрия',
];

/** A district of `count` schools, each with `rows` rows of marks: invented, only for measuring. */
function district(count: number, rows: number): Dataset {
  const schools: School[] = [];
  const data: DataRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const key = `school-${index + 1}`;
    schools.push({
      key,
      name: `Школа ${index + 1}`,
      type: 'СОШ',
      group: index % 2 ? 'участник' : 'ведущая',
      partner: '',
    });
    for (let row = 0; row < rows; row += 1) {
      const cells = {
        grade: String((Math.floor(row / SUBJECTS.length) % 11) + 1),
        letter: 'АБ'[Math.floor(row / SUBJECTS.length / 11)] ?? '',
        subject: SUBJECTS[row % SUBJECTS.length]!,
        ...Object.fromEntries(
          Object.entries({ enrolled: 15, exempt: 0, five: 2, four: 5, three: 7, two: 1, notAssessed: 0 }).map(
            ([field, value]) => [field, String(value)],
          ),
        ),
      };
      data.push({ period: PERIOD, school: key, form: 'marks', row: data.length + 1, cells });
    }
  }
  return { schools, rows: data, periods: [PERIOD], notes: [], training: true };
}

/** design.md 8: N + 3 × output tabs + 10, plus one for each tab whose remarks changed. The journal is an output tab too. */
const limitFor = (schools: number): number => schools + 3 * (publishedTables(programme).length + 1) + 10;

interface Measure {
  readonly calls: number;
  readonly cpu: number;
  readonly modelled: number;
}

function measured(run: DistrictRun, work: () => void): Measure {
  const before = { calls: run.runtime.calls.service, clock: run.runtime.now(), cpu: process.cpuUsage() };
  work();
  const { user, system } = process.cpuUsage(before.cpu);
  return {
    calls: run.runtime.calls.service - before.calls,
    cpu: (user + system) / 1000,
    modelled: run.runtime.now() - before.clock,
  };
}

const told = ({ calls, cpu, modelled }: Measure): string =>
  `${formatNumber(calls).padStart(8)} calls ${formatNumber(cpu).padStart(8)} ms CPU ${formatNumber(modelled / 1000, 1).padStart(8)} s on Google, modelled`;

for (const rows of [1, 120]) {
  for (const schools of SIZES) {
    const data = district(schools, rows);
    const run = new DistrictRun(programme, data);
    const setUp = measured(run, () => run.setUp());
    // Before it is measured: the virtual clock moves to the quarter's end first.
    run.enter(PERIOD);
    const consolidation = measured(run, () => run.consolidate());
    const limit = limitFor(schools);
    console.log(`rows=${rows} schools=${schools}`);
    console.log(`  set-up        ${told(setUp)}`);
    console.log(`  consolidation ${told(consolidation)}`);
    console.log(`calls schools=${schools} got=${consolidation.calls} limit=${limit}`);
    if (consolidation.calls > limit) process.exitCode = 1;
  }
}
