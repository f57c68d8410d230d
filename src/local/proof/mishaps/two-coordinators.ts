import { textOf } from '../../../model';
import { journalTab, readKeyed, TABS } from '../../../workbook';
import type { Desk } from '../desk';
import { OPEN } from '../invented';
import { randomFrom } from '../random';
import { fieldAt, gridOf, tabOf } from '../school-tab';
import type { Case, Mishap } from './mishap';
import { type Stage, stateOf } from './stage';

const FIRST = 'owner@example.org';
const SECOND = 'second@example.org';
const HANDLER = 'consolidateOnSchedule';
const CASES = 120;

/** Two people who may both do everything. */
function seated({ desks, world }: Stage): Desk {
  const desk = desks.with({ ...world, triggers: [] });
  const { runtime } = desk;
  runtime.book.editors.add(SECOND);
  runtime.grant(SECOND);
  const { SpreadsheetApp } = runtime.globals as { SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp };
  for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE])
    for (const protection of desk.spreadsheet().getProtections(kind)) protection.addEditor(SECOND);
  return desk;
}

/** A run of somebody's; what it says is not looked at. */
function tried(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!/[а-яё]/i.test((error as Error).message)) throw error;
  }
}

const runsTold = (desk: Desk): number =>
  readKeyed(journalTab, gridOf(stateOf(desk, TABS.journal))).rows.filter(({ data }) => textOf(data) !== '').length;

/** Everybody's trigger fires within the hour; schools type between. */
function night(desk: Desk): string[] {
  const before = runsTold(desk);
  const triggers = desk.runtime.triggers.filter(({ handler }) => handler === HANDLER);
  for (const { creator } of [...triggers]) {
    desk.wait(15);
    tried(() => desk.runtime.trigger(HANDLER, { user: creator }));
  }
  desk.wait(24 * 60);
  return runsTold(desk) - before > 1 ? ['two runs in one night'] : [];
}

const WORK: readonly ((desk: Desk, user: string, nth: number) => string[] | undefined)[] = [
  (desk, user) => void tried(() => desk.runtime.run('buildDistrictReport', undefined, { user })),
  (desk, user) => void tried(() => desk.runtime.run('buildReport', ['district', OPEN, 'служебная'], { user })),
  (desk, user) => void tried(() => desk.runtime.run('enableAutomation', undefined, { user })),
  (desk, user) => void tried(() => desk.runtime.run('consolidateWorkbook', undefined, { user })),
  (desk) => night(desk),
  (desk, _, nth) => {
    const at = fieldAt(tabOf(stateOf(desk, 'Школа №1')), 'marks', 0, 'five');
    desk.runtime.edit('Школа №1', at, String(2 + (nth % 5)), { user: 's1@school.example' });
    return undefined;
  },
];

const doubled = ({ runtime }: Desk): string[] => {
  const keys = runtime.files
    .filter(({ trashed }) => !trashed)
    .map(({ appProperties, name }) => appProperties.report ?? name);
  return keys.length > new Set(keys).size ? ['two documents of one report'] : [];
};

const together = (seed: number): Case => ({
  name: `seed ${seed}`,
  play: (stage) => {
    const random = randomFrom(seed);
    const desk = seated(stage);
    const wrong: string[] = [];
    const steps = 6 + random.whole(5);
    for (let step = 0; step < steps; step += 1) {
      desk.wait(5 + random.whole(90));
      wrong.push(...(random.pick(WORK)(desk, random.pick([FIRST, SECOND]), step) ?? []));
    }
    return [...new Set([...wrong, ...doubled(desk)])];
  },
});

/** Two coordinators work in turn. */
export const twoCoordinators: Mishap = {
  title: 'two coordinators',
  never: 'doubled',
  cases: () => Array.from({ length: CASES }, (_, index) => together(index + 1)),
};
