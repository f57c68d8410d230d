import { isClosingLock } from '../../src/local/proof/leftovers';
import { a1, District, differences, linesOf, looksOf, schoolsOf } from './district';

const SCHOOLS = 60;
const SECONDS_A_CALL = 5;
const TABLES = [
  'Сводные данные. Число обучающихся',
  'Сводные данные. Отметки',
  'Сводные данные. Показатели',
  'Состояние',
];

const filled = District.ready({ schools: schoolsOf(SCHOOLS) });
for (const { key } of filled.schools.slice(0, 6)) filled.fill(key);
filled.move('2023-07-12T10:00:00+09:00');

/** Google that takes seconds for every call: a run has time for some fifty of them. */
function slowed(): District {
  const district = filled.copy();
  district.onCall = ({ phase }) => {
    if (phase === 'after') district.runtime.advance(SECONDS_A_CALL * 1000);
  };
  return district;
}

const atOnce = (work: (district: District) => unknown): District => {
  const district = filled.copy();
  work(district);
  return district;
};

/** Of the tabs that look alike, one that is filled and one that is not. */
const linesOfSome = (district: District): Map<string, string> =>
  linesOf(district.runtime.book, (tab) => ['Школа №1', 'Школа №40', 'Журнал', ...TABLES].includes(tab));

/** All that is published, without the number and the time of the run. */
const published = (district: District): string =>
  TABLES.flatMap((name) => district.values(name).slice(2))
    .map(String)
    .join('\n');

const locked = (district: District): number =>
  district.runtime.book.sheets.filter(({ protections }) => protections.some(isClosingLock)).length;

const periodOf = (district: District) => district.value('Настройки', a1(district.rowOf('Настройки', 'period'), 3));

/** Starts it again while it says that it has not finished. */
function untilDone(start: () => { title: string }): string[] {
  const titles: string[] = [];
  for (let runs = 0; runs < 60; runs += 1) {
    const { title } = start();
    titles.push(title);
    if (!/не все$|закрывается$|отменяется$/.test(title)) return titles;
  }
  throw new Error(`it never ends: ${titles.join(', ')}`);
}

describe('a consolidation that Google is too slow for', () => {
  const whole = published(atOnce((district) => district.click('consolidateWorkbook')));

  test('stops by itself with a sentence, goes on with the next click and comes to the same figures', () => {
    const district = slowed();
    const titles = untilDone(() => district.click('consolidateWorkbook'));
    expect(titles.length).toBeGreaterThan(1);
    expect(titles.at(-1)).toBe('Свод собран');
    expect(published(district)).toBe(whole);
  });

  test('until then leaves the last publication as it was', () => {
    const district = slowed();
    const before = linesOfSome(district);
    expect(district.click('consolidateWorkbook').title).toBe('Вкладки прочитаны не все');
    expect(differences(before, linesOfSome(district))).toEqual([]);
  });

  test('goes on by itself every hour of the night until it is done, then rests', () => {
    const district = slowed();
    district.click('enableAutomation');
    district.runtime.trigger('consolidateOnSchedule');
    expect(district.values('Журнал').map(String).join()).toContain('Свод не закончен');
    expect(published(district)).not.toBe(whole);
    const anHourLater = (): number => {
      district.runtime.advance(45 * 60 * 1000);
      district.runtime.trigger('continueConsolidation');
      return district.values('Журнал').filter((line) => line.includes('Свод собран')).length;
    };
    const done = [1, 2, 3, 4, 5, 6].map(anHourLater);
    expect(published(district)).toBe(whole);
    // What the first one had no time for, remarks beside the rows, others have written.
    expect([done[0]! + done[1]!, done[5]]).toEqual([1, done[4]]);
  });

  test('says since when its tabs were read', () => {
    const district = slowed();
    untilDone(() => district.click('consolidateWorkbook'));
    const journal = district.values('Журнал').map(String).join();
    expect(journal).toMatch(/Часть вкладок прочитана раньше, начиная с \d\d\.\d\d\.2023/);
  });

  test('writes the remarks of every tab beside their rows, also when these have moved since they were read', () => {
    const district = slowed();
    const slow = district.onCall;
    district
      .sheet('Школа №1')
      .getRange(district.at('s1', 'marks', 1, 'five'))
      .setValue('x');
    district.click('consolidateWorkbook');
    district.onCall = undefined;
    district.sheet('Школа №1').insertRowBefore(district.row('s1', 'classes', 1));
    district.onCall = slow;
    untilDone(() => district.click('consolidateWorkbook'));
    expect([1, 2].map((n) => district.remark('s1', 'marks', n).includes('Ошибка'))).toEqual([true, false]);
  });

  test('is not taken up by a run of the next period', () => {
    const district = slowed();
    district.click('consolidateWorkbook');
    district.onCall = undefined;
    district.runtime.run('closePeriod', ['2023-Q2']);
    expect(district.click('consolidateWorkbook').message).toContain(`собрано школ ${SCHOOLS} из ${SCHOOLS}`);
  });

  test('of another day reads everything again', () => {
    const district = slowed();
    district.click('consolidateWorkbook');
    district.onCall = undefined;
    district.enter('s1', 'classes', 1, 'enrolled', '29');
    district.move('2023-07-13T10:00:00+09:00');
    district.click('consolidateWorkbook');
    expect(district.values('Сводные данные. Число обучающихся').map(String).join('\n')).toContain(',29,');
  });
});

describe('a closing that Google is too slow for', () => {
  const close = (district: District) => district.runtime.run('closePeriod', ['2023-Q2']) as { title: string };
  const looks = (district: District) => looksOf(district.runtime.book, (tab) => tab.startsWith('Школа №'));

  test('goes on with the next click through all its stages and ends like a quick one', () => {
    const quick = atOnce(close);
    const district = slowed();
    const titles = untilDone(() => close(district));
    expect(titles.length).toBeGreaterThan(8);
    expect([periodOf(district), locked(district)]).toEqual(['2023-Q3', 0]);
    expect(differences(looks(quick), looks(district))).toEqual([]);
    expect(published(district)).toBe(published(quick));
  });

  test('keeps the schools out of tabs already locked until it has ended', () => {
    const district = slowed();
    expect(close(district).title).toBe('Период закрывается');
    expect(locked(district)).toBeGreaterThan(0);
    district.onCall = undefined;
    expect(() => district.enter('s1', 'classes', 1, 'enrolled', '29')).toThrow(/protected cell/);
  });

  test('turns also a tab that somebody renamed meanwhile', () => {
    const district = slowed();
    for (let runs = 0; runs < 40 && !/Переведены/.test(JSON.stringify(close(district))); runs += 1);
    district.sheet('Школа №2').setName('Вторая школа');
    untilDone(() => close(district));
    district.onCall = undefined;
    expect(district.click('consolidateWorkbook').message).toContain(`собрано школ ${SCHOOLS} из ${SCHOOLS}`);
    expect(district.value('Школа №2', 'A2')).toBe('head/period/2023-Q3');
  });

  test('given up for a consolidation, is undone: the tabs are open again and the period is not closed', () => {
    const district = slowed();
    close(district);
    untilDone(() => district.click('consolidateWorkbook'));
    expect([periodOf(district), locked(district)]).toEqual(['2023-Q2', 0]);
    district.onCall = undefined;
    expect(close(district).title).toBe('II квартал 2023 г. закрыт');
  });

  test('freezes what was typed before its tab was locked, however long ago the first tab was read', () => {
    const district = slowed();
    const slow = district.onCall;
    close(district);
    untilDone(() => district.click('consolidateWorkbook'));
    district.onCall = undefined;
    district.enter('s1', 'classes', 1, 'enrolled', '29');
    district.onCall = slow;
    untilDone(() => close(district));
    district.onCall = undefined;
    expect(district.values('Сводные данные. Число обучающихся').map(String).join('\n')).toContain(',29,');
  });
});

test('setting up again with a Google that is too slow goes on with the next click and changes nothing', () => {
  const district = slowed();
  const before = linesOfSome(district);
  const titles = untilDone(() => district.click('setUpWorkbook'));
  expect(titles.length).toBeGreaterThan(1);
  expect(titles.at(-1)).toBe('Вкладки готовы');
  expect(differences(before, linesOfSome(district))).toEqual([]);
});
