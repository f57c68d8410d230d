import type { PanelAnswer, ReportAnswer, ReportRequest } from '../../src/model';
import { District, schoolsOf } from './district';

const SCHOOLS = 20;
const SUBMIT = 'D4';

/** Everybody hands in on the last evening, while the coordinators work: none of it is lost, whoever comes first. */
const filled = District.ready({ schools: schoolsOf(SCHOOLS) });
const keys = filled.schools.map(({ key }) => key);
keys.forEach((key, at) => {
  filled.fill(key, at % 5);
});

/** Between the service calls of a run, every so many of them, something else happens as a run of its own. */
function meanwhile(district: District, every: number, happens: () => void): void {
  let calls = 0;
  district.onCall = ({ phase }) => {
    calls += phase === 'after' ? 1 : 0;
    if (phase !== 'after' || calls % every !== 0) return;
    const whole = district.onCall;
    district.onCall = undefined;
    happens();
    district.onCall = whole;
  };
}

const handIn = (district: District, key: string): string[] => district.type(key, SUBMIT, true);
const statesOf = (district: District) => district.results().statuses.map(({ state }) => state);

test('twenty schools hand in while a consolidation runs: all are handed in, with all they typed', () => {
  const district = filled.copy();
  const waiting = [...keys];
  const said: string[] = [];
  meanwhile(district, 4, () => {
    const key = waiting.shift();
    if (key) said.push(...handIn(district, key));
  });
  district.click('consolidateWorkbook');
  district.onCall = undefined;
  expect(waiting.length).toBeLessThan(SCHOOLS);
  for (const key of waiting) said.push(...handIn(district, key));
  expect(said).toEqual(keys.map(() => 'Сдано. Спасибо!'));
  district.click('consolidateWorkbook');
  expect(statesOf(district)).toEqual(keys.map(() => 'submitted'));
  const quality = district
    .figures()
    .find(({ indicator, scope, slice }) => indicator === 'quality-rate' && scope === 'district' && !slice)!;
  expect([quality.rows, quality.rowsLeftOut]).toEqual([3 * SCHOOLS, 0]);
});

describe('twenty reports are asked for at once, by two coordinators, while twenty schools hand in', () => {
  const REQUEST: ReportRequest = { kind: 'district', period: '2023-Q2', edition: 'служебная', subject: null };
  const OTHER = 'deputy@example.org';
  const collected = filled.copy();
  collected.runtime.book.editors.add(OTHER);
  const { SHEET, RANGE } = (collected.runtime.globals.SpreadsheetApp as typeof SpreadsheetApp).ProtectionType;
  for (const kind of [SHEET, RANGE])
    for (const protection of collected.spreadsheet().getProtections(kind)) protection.addEditor(OTHER);
  collected.click('consolidateWorkbook');
  const ask = (district: District, user?: string): PanelAnswer<ReportAnswer> =>
    district.runtime.run('panelCall', ['report', 'build', [REQUEST]], user ? { user } : undefined) as never;
  const documentsOf = ({ runtime }: District) => runtime.files.filter(({ name }) => /справка/i.test(name));

  test.each([2, 7, 20])('every %i calls of the first: one document, nothing lost, nobody in doubt', (every) => {
    const district = collected.copy();
    district.runtime.grant(OTHER);
    const waiting = [...keys];
    const answers: PanelAnswer<ReportAnswer>[] = [];
    meanwhile(district, every, () => {
      const key = waiting.shift();
      if (key) expect(handIn(district, key)).toEqual(['Сдано. Спасибо!']);
      if (answers.length < SCHOOLS - 1) answers.push(ask(district, answers.length % 2 === 0 ? OTHER : undefined));
    });
    const first = ask(district);
    district.onCall = undefined;
    expect(first).toMatchObject({ done: { built: { title: expect.stringContaining('II квартал 2023') } } });
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      if ('refused' in answer) expect(answer.refused).toMatch(/уже идёт другая работа/);
      else expect(answer.done).toHaveProperty('built');
    }
    expect(documentsOf(district)).toHaveLength(1);
    for (const key of waiting) handIn(district, key);
    district.click('consolidateWorkbook');
    expect(statesOf(district)).toEqual(keys.map(() => 'submitted'));
    expect(ask(district)).toMatchObject({ done: { built: expect.anything() } });
    expect(documentsOf(district)).toHaveLength(1);
  });
});
