import { describeProgramme } from '../../src/local/demo/describe';
import { otherAddOn } from '../../src/local/other-add-on';
import type { RegisterRow } from '../../src/model';
import { a1, District, differences, linesOf } from './district';
import { programme } from './other-register/programme';

const TAB = 'Мероприятия района';
const PLAN = 'План программы';
const dist = otherAddOn({ programme: 'test/appsscript/other-register/programme.ts' });

/** A workbook in use: filled, handed in, a period closed, the plan under way, made without the register. */
const live = District.ready();
for (const { key } of live.schools) live.fill(key);
live.runtime.edit(PLAN, 'E11', 'в работе');
live.click('consolidateWorkbook');
live.runtime.run('closePeriod', ['2023-Q2']);
/** Where a tab stands among the others is not looked at. */
const looked = (district: District) =>
  new Map(
    [...linesOf(district.runtime.book, (tab) => tab !== TAB && tab !== 'Журнал')].filter(
      ([key]) => !key.endsWith(' place'),
    ),
  );
const before = looked(live);

const grown = live.copy({ dist });
grown.setUp();
const afterSetUp = looked(grown);

const place = (key: string): number =>
  grown.values(TAB)[1]!.findIndex((cell) => cell === key || String(cell).endsWith(`|${key}`)) + 1;
const value = (row: number, key: string): unknown => grown.value(TAB, a1(row, place(key)));
const type = (row: number, key: string, typed: string) => grown.runtime.edit(TAB, a1(row, place(key)), typed);
const rows = (): readonly RegisterRow[] => grown.results().registers.councils!;

test('nothing of the workbook moves when the register’s tab is made', () => {
  expect(differences(before, afterSetUp)).toEqual([]);
});

test('it appears as a tab, in the order’s words', () => {
  expect(grown.value(TAB, 'A2')).toBe('register/councils|id');
  expect([value(4, 'id'), value(4, 'theme'), value(4, 'state')]).toEqual(['СВ-01', 'Совещание директоров', 'намечено']);
});

test('rows of the plan are chosen from a list that follows them; what data say of them is computed', () => {
  const rule = grown.sheet(TAB).getRange(4, place('serves')).getDataValidation()!;
  expect(rule.getAllowInvalid()).toBe(true);
  const [range] = rule.getCriteriaValues() as [GoogleAppsScript.Spreadsheet.Range];
  const listed = range.getValues().flat();
  expect(listed).toContain('ПЛ-08 Углубленная диагностика и программа перехода школы');
  type(4, 'serves', String(listed[7]));
  grown.click('consolidateWorkbook');
  expect(value(4, 'served')).toBe('в работе');
  expect(rows()).toEqual([expect.objectContaining({ id: 'СВ-01', serves: 'ПЛ-08', served: 'в работе' })]);
});

test('a column new to a register in use stands at its right edge; what people have there stays', () => {
  const copy = live.copy({ dist });
  const sheet = copy.sheet(PLAN);
  const width = sheet.getLastColumn();
  sheet.insertColumnAfter(width);
  copy.runtime.edit(PLAN, a1(7, width + 1), 'моё');
  copy.setUp();
  copy.click('consolidateWorkbook');
  expect(copy.values(PLAN)[2]!.slice(width)).toEqual(['', 'Стоимость, руб.', 'Знаков']);
  expect(copy.value(PLAN, a1(7, width + 1))).toBe('моё');
  expect(copy.value(PLAN, a1(7, width + 3))).toBe(String(copy.value(PLAN, 'C7')).length);
  expect(sheet.isColumnHiddenByUser(width + 2)).toBe(false);
  copy.runtime.edit(PLAN, a1(7, width + 2), '4500');
  const again = linesOf(copy.runtime.book, (tab) => tab === PLAN);
  copy.click('consolidateWorkbook');
  expect(
    differences(
      again,
      linesOf(copy.runtime.book, (tab) => tab === PLAN),
    ),
  ).toEqual([]);
  expect(copy.results().registers.plan!.find(({ id }) => id === 'ПЛ-04')).toMatchObject({ cost: 4500 });
});

test('it appears in checks, with its words in the tab and in what the run says', () => {
  type(4, 'state', 'проведено');
  expect(grown.click('consolidateWorkbook').message).toContain('«Мероприятия района»: 1\u00a0ошибка');
  expect(value(4, 'remark')).toContain('«Состояние»: указано «проведено», а «День» и «Протокол» – пусто');
  type(4, 'heldOn', '30.06.2023');
  expect(grown.click('consolidateWorkbook').message).toContain('2\u00a0ошибки');
  expect(value(4, 'remark')).toContain('«День»: 30.06.2023 ещё не наступило');
});

test('it appears in the snapshot of the next period, and a move that the cycle has not is named from then on', () => {
  type(4, 'state', 'намечено');
  type(4, 'heldOn', '');
  grown.runtime.run('closePeriod', ['2023-Q3']);
  const json = grown
    .values('Периоды')
    .map((row) => row.slice(3, 43).join(''))
    .filter((text) => text.startsWith('{'));
  const kept = json.map((text) => (JSON.parse(text) as { registers: Record<string, RegisterRow[]> }).registers);
  expect(kept.map(({ councils }) => councils?.map(({ state }) => state))).toEqual([undefined, ['намечено']]);
  type(4, 'state', 'проведено');
  grown.move('2023-07-01T10:00:00+09:00');
  type(4, 'heldOn', '30.06.2023');
  type(4, 'minutes', 'Протокол № 2');
  grown.click('consolidateWorkbook');
  expect(value(4, 'remark')).toBe(
    '⚠ Проверьте: «Состояние»: в прошлом периоде было «намечено», теперь «проведено»; так не бывает, проверьте.',
  );
});

test('it appears in --describe, beside the requirement it answers', () => {
  const described = describeProgramme(programme);
  expect(described).toContain('п. 4.1: методическое сопровождение → реестр councils «Мероприятия района»');
  expect(described).toContain('  councils «Мероприятия района», строк приказа: 1, хранится в снимке закрытого периода');
  expect(described).toContain('    served: Статус строки плана (text, считается)');
  expect(described).toContain('    статусы: намечено → идёт → проведено');
});
