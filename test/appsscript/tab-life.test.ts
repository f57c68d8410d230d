import type { Board, Review } from '../../src/model';
import { readStatus } from '../../src/workbook';
import { a1, accountOf, District, OWNER } from './district';

const TAB = 'Школа №1';
const SUBMIT = 'D4';
const WORDS = 'G4';
const STATUS = 'G6';

const handedIn = District.ready();
handedIn.fill('s1');
handedIn.fill('s2', 1);
handedIn.type('s1', SUBMIT, true);
handedIn.click('consolidateWorkbook');

const { RANGE } = (handedIn.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp)
  .ProtectionType;

const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');
const asked = (district: District, action: string, args: unknown[] = [], user = OWNER) =>
  district.runtime.run('panelCall', ['coordinator', action, args], { user }) as { done?: unknown; refused?: string };
const done = <T>(district: District, action: string, ...args: unknown[]): T => {
  const answer = asked(district, action, args);
  if (answer.refused !== undefined) throw new Error(answer.refused);
  return answer.done as T;
};
const stateOf = (district: District) => readStatus(String(district.value(TAB, STATUS)));
const cardOf = (district: District) => done<Board>(district, 'load').schools[0]!;
const journal = (district: District): string[] =>
  district.values('Журнал').map((cells) => plain(`${cells[2]}: ${cells[4]}`));
const isLocked = (district: District): boolean => {
  try {
    district.enter('s1', 'marks', 1, 'five', '4');
    return false;
  } catch {
    return true;
  }
};
const HANDED_IN = stateOf(handedIn).at;
const GIVEN_BACK = { comment: 'Нет данных по химии', notes: [] };

describe('a tab that the coordinator accepts', () => {
  const accepted = handedIn.copy();
  accepted.move('2023-06-26T12:30:00+09:00');
  const said = done<string>(accepted, 'accept', 's1');

  test('is closed to the school; head, card and journal say so', () => {
    expect(said).toBe('Вкладка принята: Школа №1.');
    expect(stateOf(accepted)).toMatchObject({
      ...{ state: 'accepted', at: '2023-06-26T12:30', by: 'coordinator', handedIn: HANDED_IN },
    });
    expect(plain(accepted.value(TAB, WORDS))).toBe('принято 26 июня в 12:30');
    expect(accepted.value(TAB, SUBMIT)).toBe(true);
    expect(cardOf(accepted)).toMatchObject({ handedIn: true, may: { accept: false, giveBack: true } });
    expect(plain(cardOf(accepted).status)).toBe('принято 26 июня в 12:30');
    expect(journal(accepted)).toContain('Вкладка принята: Школа №1');
    expect(isLocked(accepted.copy())).toBe(true);
  });

  test('is known among the others by its colour, until it is given back or the next quarter opens', () => {
    expect(accepted.state(TAB).tabColor).not.toBeNull();
    expect(accepted.state('Школа №2').tabColor).toBeNull();
    const back = accepted.copy();
    done(back, 'giveBack', 's1', GIVEN_BACK);
    const turned = accepted.copy();
    turned.runtime.run('closePeriod', ['2023-Q2']);
    expect([back.state(TAB).tabColor, turned.state(TAB).tabColor]).toEqual([null, null]);
  });

  test('lets its people in again only through the coordinator, whatever the domain allows', () => {
    const lock = accepted
      .sheet(TAB)
      .getProtections(RANGE)
      .find((each) => each.getDescription().endsWith('[lock:accepted]'))!;
    expect([lock.canDomainEdit(), lock.getEditors().map((each) => each.getEmail())]).toEqual([false, [OWNER]]);
  });

  test('stays accepted in the next consolidation, handed in on the day that the school did', () => {
    const district = accepted.copy();
    district.click('consolidateWorkbook');
    expect(stateOf(district).state).toBe('accepted');
    const status = district.results().statuses.find(({ school }) => school === 's1')!;
    expect([status.state, status.lateDays]).toEqual(['accepted', 10]);
    expect(plain(cardOf(district).timeliness)).toBe('позже срока на 10 дней');
  });

  test('that the coordinator changes is not handed in any more and opens with the next consolidation', () => {
    const district = accepted.copy();
    district.sheet(TAB).deleteRow(district.row('s1', 'marks', 2));
    expect(plain(district.click('consolidateWorkbook').message)).toContain('Школа №1: изменено после сдачи');
    expect([stateOf(district).state, isLocked(district)]).toEqual(['draft', false]);
    expect(cardOf(district).changed).toEqual(['Отметки']);
  });

  test('in which the coordinator types opens with the next consolidation, too, without its colour', () => {
    const district = accepted.copy();
    district.runtime.edit(TAB, district.at('s1', 'marks', 1, 'exempt'), '1', { user: OWNER });
    expect(stateOf(district).state).toBe('draft');
    district.click('consolidateWorkbook');
    expect([isLocked(district), district.state(TAB).tabColor]).toEqual([false, null]);
  });

  test('that lost its lock, as in a copied file, gets it back from «Создать или починить вкладки»', () => {
    const district = accepted.copy();
    for (const lock of district.sheet(TAB).getProtections(RANGE))
      if (lock.getDescription().endsWith('[lock:accepted]')) lock.remove();
    expect(isLocked(district.copy())).toBe(false);
    district.click('setUpWorkbook');
    expect(isLocked(district)).toBe(true);
  });

  test('is open again in the next quarter', () => {
    const district = accepted.copy();
    district.runtime.answers.push('YES');
    district.click('closeOpenPeriod');
    expect([stateOf(district).state, isLocked(district)]).toEqual(['draft', false]);
  });

  test('is not accepted because its school writes so into its hidden cell', () => {
    const district = handedIn.copy();
    const forged = { ...stateOf(district), state: 'accepted', at: '2023-06-20T09:00', by: 'coordinator' };
    district.type('s1', STATUS, `'${JSON.stringify(forged)}`);
    expect(plain(district.click('consolidateWorkbook').message)).toContain(
      'отметка «принято» поставлена не координатором',
    );
    expect(stateOf(district)).toMatchObject({ state: 'submitted', by: 'school' });
  });
});

describe('a tab that the coordinator gives back', () => {
  const returned = handedIn.copy();
  const row = returned.row('s1', 'marks', 2);
  const notes = [
    { form: 'marks', row, words: 'проверьте «5»' },
    { form: 'context', row: null, words: 'нет 7 класса' },
  ];
  done(returned, 'accept', 's1');
  done(returned, 'giveBack', 's1', { comment: 'Нет данных по химии', notes });

  test('says in its head and beside the rows what is to be mended, and is open to the school', () => {
    const district = returned.copy();
    expect(plain(district.value(TAB, WORDS))).toMatch(/^возвращено 25 июня в 10:0\d: Нет данных по химии$/);
    expect(district.value(TAB, SUBMIT)).toBe(false);
    expect(district.remark('s1', 'marks', 2)).toBe('↩ Координатор: проверьте «5»');
    expect(district.value(TAB, 'G11')).toBe('↩ Координатор: нет 7 класса');
    expect(cardOf(district)).toMatchObject({ handedIn: false, comment: 'Нет данных по химии' });
    expect(journal(district)).toContain(
      'Вкладка возвращена: Школа №1. Нет данных по химии. проверьте «5». нет 7 класса',
    );
    expect(isLocked(district)).toBe(false);
  });

  test('keeps the words while it is mended and checked; handed in again they are gone and what changed is named', () => {
    const district = returned.copy();
    district.enter('s1', 'marks', 2, 'five', '4');
    district.enter('s1', 'marks', 2, 'three', '8');
    expect(district.remark('s1', 'marks', 2)).toMatch(/^↩ Координатор: проверьте «5»/);
    district.click('consolidateWorkbook');
    expect([stateOf(district).state, district.remark('s1', 'marks', 2)[0]]).toEqual(['returned', '↩']);
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
    expect([stateOf(district).state, stateOf(district).returns, district.remark('s1', 'marks', 2)]).toEqual([
      ...['submitted', 1, ''],
    ]);
    district.click('consolidateWorkbook');
    expect(cardOf(district)).toMatchObject({ handedIn: true, changed: ['Отметки'], comment: '' });
  });
});

describe('what the cycle does not have is refused in words', () => {
  test.each([
    ['a tab that is not handed in', 's2', 'accept', [], 'Школа №2: Школа ещё не сдала вкладку'],
    ['a return without a word', 's1', 'giveBack', [{ comment: ' ', notes: [] }], 'Напишите, что исправить'],
    ['a school that is not there', 's9', 'accept', [], 'Вкладки этой школы нет'],
  ])('%s', (_, school, action, more, words) => {
    expect(asked(handedIn.copy(), action, [school, ...more]).refused).toContain(words);
  });

  test.each(['accept', 'giveBack', 'explain', 'collect'])('%s asked for by a school', (action) => {
    const district = handedIn.copy();
    district.runtime.grant(accountOf('s1'));
    const answer = asked(district, action, ['s1', GIVEN_BACK], accountOf('s1'));
    expect(answer.refused).toContain('Это делает координатор');
    expect(stateOf(district).state).toBe('submitted');
  });
});

test('«Проверка вкладки» lists what is wrong as it stands now; a question is explained from there', () => {
  const district = handedIn.copy();
  district.enter('s1', 'marks', 1, 'enrolled', '21');
  const review = done<Review>(district, 'review', 's1');
  const row = district.row('s1', 'marks', 1);
  expect(review.changes.map(plain)).toEqual([]);
  expect(review.forms.map(({ key }) => key)).toContain('marks');
  const issue = review.forms.find(({ key }) => key === 'marks')!.issues[0]!;
  expect(issue).toMatchObject({ row, name: '5 А Математика', kind: 'question' });
  const after = done<Review>(district, 'explain', 's1', { form: 'marks', row }, 'прибыл в июне');
  expect(after.forms.find(({ key }) => key === 'marks')!.issues[0]!.kind).toBe('explained');
  expect(district.field('s1', 'marks', 1, 'explanation')).toBe('прибыл в июне');
  expect(journal(district)).toContain('Пояснение внесено: Школа №1, «Отметки»: прибыл в июне');
  done(district, 'goTo', 's1', row);
  expect(district.spreadsheet().getActiveRange()!.getA1Notation()).toBe(a1(row, 3));
});

describe('«Что считается» in Настройки', () => {
  const of = (rule: string): District => {
    const district = handedIn.copy();
    district.set('counts', rule);
    district.click('consolidateWorkbook');
    return district;
  };
  const head = (district: District): string => plain(district.values('Сводные данные. Показатели')[0]!.join(' '));
  const rowsOver = (district: District): unknown =>
    district
      .rowsIn('Сводные данные. Показатели')
      .find(({ indicator, scope }) => indicator === 'quality-rate' && scope === 'район')!.rows;

  test('«сданные» leaves out of Показатели who has not handed in, and says how many count; results.json has all', () => {
    const district = of('сданные');
    expect(head(district)).toContain('Посчитано только по сданным вкладкам: 1 из 2 школ');
    expect(rowsOver(district)).toBe(3);
    const all = district
      .figures()
      .find((each) => each.indicator === 'quality-rate' && each.scope === 'district' && !each.slice)!;
    expect(all.rows).toBe(6);
  });

  test('«принятые» counts nobody until the coordinator has accepted', () => {
    const district = of('принятые');
    expect(head(district)).toContain('Посчитано только по принятым вкладкам: 0 из 2 школ');
    done(district, 'accept', 's1');
    district.click('consolidateWorkbook');
    expect(head(district)).toContain('1 из 2 школ');
    expect(rowsOver(district)).toBe(3);
  });

  test('«все» says nothing', () => {
    expect([head(of('все')).includes('Посчитано'), rowsOver(of('все'))]).toEqual([false, 6]);
  });
});
