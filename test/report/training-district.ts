import { periodResults } from '../../src/domain';
import { demonstration } from '../../src/local/demonstration';
import type { Edition, PeriodKey, RawRow, RegisterRow } from '../../src/model';
import { composeReport, type ReportKind, reportData } from '../../src/pipeline';
import { withFigures } from '../../src/pipeline/period-figures';
import type { StoredPeriod } from '../../src/pipeline/stored-periods';
import { programme } from '../../src/programme';
import type { ReportData } from '../../src/report';

/** What reports of the demonstration district are written from, without a workbook. */
export class TrainingDistrict {
  readonly periods: readonly StoredPeriod[];
  readonly rows: readonly RawRow[];
  private readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;

  constructor(
    keys: readonly PeriodKey[],
    change: (row: RawRow) => RawRow = (row) => row,
    registers: ReportData['registers'] = {},
    /** The same district before a correction of its periods. */
    before?: TrainingDistrict,
  ) {
    const district = demonstration(programme.forms, keys);
    const rows = district.rows.map((row): RawRow => change({ ...row, explanation: '' }));
    this.rows = rows;
    const known = Object.fromEntries(
      Object.entries(district.registers).map(([key, lines]) => [
        key,
        lines.map((line, i) => ({ id: `${i}`, ...line })),
      ]),
    );
    this.registers = { ...known, ...registers };
    this.periods = keys.map((period, index) => {
      const context = { period, schools: district.schools, settings: {} };
      const own = rows.filter((row) => row.period === period);
      const about = { schools: district.schools, settings: {}, statuses: {}, trouble: {}, corrections: [] };
      const rest = {
        key: period,
        closed: index < keys.length - 1,
        when: '2024-01-15T10:00',
        changed: () => [],
        uncorrected: () => (before ? [before.periods[index]!.results] : []),
      };
      return withFigures({ ...about, ...rest }, () => periodResults(programme, own, context));
    });
  }

  data(key: PeriodKey, edition: Edition = 'служебная'): ReportData {
    const period = this.periods.find((item) => item.key === key)!;
    return reportData(programme, this.periods, { period, edition, day: '2024-01-15', registers: this.registers });
  }

  documents(kind: ReportKind, key: PeriodKey, edition: Edition) {
    const data = this.data(key, edition);
    return kind.subjects(data).map((subject) => composeReport(kind, data, subject));
  }
}
