import { type Form, isBlank, type School } from '../../../model';
import { checkTab } from '../../../pipeline';
import { programme } from '../../../programme';
import { REMARK_COLUMN, readSchoolTab } from '../../../workbook';
import { Chance } from '../damage/chance';
import { type Consolidated, consolidateTabs, locate } from '../damage/consolidation';
import type { PreparedDistrict } from '../damage/district';
import { Scene } from '../damage/scene';

/** What the add-on makes of one cell. */
export interface Reading {
  readonly number: number | null;
  readonly isError: boolean;
  /** Nothing stands there, as after a formula that gives nothing. */
  readonly isBlank: boolean;
  readonly remark: string;
}

/** A person at the tab of one school, typing; everything is put back afterwards. */
export class Desk {
  readonly school: School;
  private untouched: string | undefined;

  constructor(
    readonly district: PreparedDistrict,
    school: string,
  ) {
    this.school = district.schools.find(({ key }) => key === school)!;
  }

  /** A fresh tab for `work`. */
  at<T>(work: (scene: Scene) => T): T {
    const other = this.district.schools.find((one) => one !== this.school)!;
    const { runtime } = this.district;
    const truth = this.district.truthOf(this.school);
    try {
      return work(
        new Scene(runtime, this.district.stateOf(this.school), this.district.stateOf(other), new Chance('desk'), truth),
      );
    } finally {
      this.district.restore(false);
    }
  }

  /** By row of the tab: the number that would be counted from a field, and what the school is told. */
  readings(scene: Scene, form: Form, field: string): Map<number, Reading> {
    const tab = readSchoolTab(programme, scene.sheet.getDataRange().getValues());
    if (tab.trouble.length > 0) throw new Error(`the tab is damaged: ${tab.trouble[0]!.id}`);
    const { placed, checked } = checkTab(programme, tab).blocks.find(({ block }) => block.form.key === form.key)!;
    const errors = checked.issues.filter((issue) => issue.field === field && issue.severity === 'error');
    const wrong = new Set(errors.map(({ row }) => row));
    return new Map(
      placed.map(({ raw, tabRow }, index) => {
        const blank = isBlank(raw.cells[field]);
        const { numbers } = checked.rows[index]!.entry;
        const remark = String(scene.value(tabRow, REMARK_COLUMN));
        return [
          tabRow,
          { number: numbers[field] ?? null, isError: blank || wrong.has(raw.row), isBlank: blank, remark },
        ];
      }),
    );
  }

  /** What `words` say of the tabs before anything is typed. */
  usual(words: (done: Consolidated) => string): string {
    this.untouched ??= this.at(() => words(this.consolidated()));
    return this.untouched;
  }

  consolidated(): Consolidated {
    const { runtime, schools, settings } = this.district;
    const { tabs, notes } = locate(runtime, schools);
    return consolidateTabs(settings, tabs, notes);
  }
}
