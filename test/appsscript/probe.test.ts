import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountOf, DIST, District, differences, linesOf, OWNER } from './district';

const TAB = 'Проверка установки';
const AGREES = '✔ как ожидалось';
const DIFFERS = '✖ отличается';
const TEMPORARY = '⏳ проверка';

interface Row {
  theme: string;
  belief: string;
  expected: string;
  found: string;
  verdict: string;
}

function rowsOf(district: District): Row[] {
  const rows = district.values(TAB).slice(2) as string[][];
  return rows
    .filter(([theme]) => theme !== '')
    .map(([theme, belief, expected, found, verdict]) => ({ theme, belief, expected, found, verdict }) as Row);
}

const rowOf = (district: District, words: string): Row => {
  const found = rowsOf(district).filter(({ belief }) => belief.includes(words));
  expect(found).toHaveLength(1);
  return found[0]!;
};

const others = (district: District) => linesOf(district.runtime.book, (tab) => ![TAB, 'Журнал'].includes(tab));

const globals = <T>(district: District, name: string): T => district.runtime.globals[name] as T;

/** What a run may have left of its own. */
function leftovers(district: District): string[] {
  const { runtime } = district;
  const properties = globals<GoogleAppsScript.Properties.PropertiesService>(district, 'PropertiesService');
  const cache = globals<GoogleAppsScript.Cache.CacheService>(district, 'CacheService').getDocumentCache()!;
  return [
    ...runtime.book.sheets
      .map(({ name }) => name)
      .filter((name) => name.startsWith(TEMPORARY) || name.includes('Copy')),
    ...properties
      .getDocumentProperties()
      .getKeys()
      .filter((key) => !['night', 'shut-heads'].includes(key)),
    ...properties.getScriptProperties().getKeys(),
    ...Object.keys(cache.getAll(['probe:word', 'probe:size'])),
    ...runtime.files.map(({ name }) => name),
    ...runtime.triggers.map(({ handler }) => handler).filter((handler) => handler !== 'consolidateOnSchedule'),
  ];
}

/** A workbook with everything on, in which every belief should hold. */
function complete(): District {
  const district = District.ready();
  district.click('enableAutomation');
  district.runtime.trigger('tryNight');
  return district;
}

describe('«Проверить установку» in the local runtime', () => {
  const district = complete();
  const before = others(district);
  const triggers = [...district.runtime.triggers];
  const started = district.runtime.now();
  const said = district.click('checkInstallation');
  const rows = rowsOf(district);

  test('every belief is as expected or honestly not tried, with the reason', () => {
    const wrong = rows.filter(({ verdict }) => verdict !== AGREES && !/^– не проверено: .{10}/.test(verdict));
    expect(wrong).toEqual([]);
    expect(rows.filter(({ verdict }) => verdict === AGREES).length).toBeGreaterThanOrEqual(60);
  });

  test('only what one run of the coordinator cannot see is not tried', () => {
    const untried = rows.filter(({ verdict }) => verdict !== AGREES);
    expect(new Set(untried.map(({ theme }) => theme))).toEqual(new Set(['Вручную']));
  });

  test('no belief stands twice, and each row says what was expected and found', () => {
    expect(new Set(rows.map(({ belief }) => belief)).size).toBe(rows.length);
    const blank = rows.filter(({ theme, expected, found }) => expected === '' || (found === '' && theme !== 'Вручную'));
    expect(blank).toEqual([]);
  });

  test('sums up in one sentence, on the tab and in the journal', () => {
    const agreed = rows.filter(({ verdict }) => verdict === AGREES).length;
    const summary = `Совпало ${agreed} из ${agreed}, отличий нет, не проверено ${rows.length - agreed}`;
    expect(said).toEqual({ title: 'Установка проверена', message: `${summary} – см. вкладку «${TAB}».` });
    expect(String(district.values(TAB)[0]![0]).replace(/10:0\d/, '10:00')).toBe(
      `Проверка установки 25.06.2023 10:00. ${summary}`,
    );
    const journal = district.values('Журнал');
    expect(journal[journal.length - 1]!.slice(1, 5)).toEqual(['координатор', 'Установка проверена', '', summary]);
  });

  test('leaves nothing behind and touches no other tab', () => {
    expect(leftovers(district)).toEqual([]);
    expect(district.runtime.triggers).toEqual(triggers);
    expect(differences(before, others(district))).toEqual([]);
    expect(district.runtime.logs).toEqual([]);
  });

  test('is done well within the limit of six minutes', () => {
    expect((district.runtime.now() - started) / 60_000).toBeLessThan(3);
  });

  test('the tab is closed to schools as service tabs are', () => {
    expect(() => district.runtime.edit(TAB, 'A1', 'школа', { user: accountOf('s1') })).toThrow(/protected/);
  });

  test('run again, rewrites the tab and lets it not grow', () => {
    const size = district.state(TAB).rowCount;
    district
      .sheet(TAB)
      .getRange(rows.length + 5, 1)
      .setValue('прежняя строка');
    district.click('checkInstallation');
    expect(rowsOf(district)).toEqual(rows);
    expect(district.state(TAB).rowCount).toBe(size);
    expect(leftovers(district)).toEqual([]);
  });
});

describe('another platform', () => {
  test('a workbook in another language shows what it reads otherwise, in Russian', () => {
    const district = complete();
    district.spreadsheet().setSpreadsheetLocale('en_US');
    const { message } = district.click('checkInstallation');
    expect(message).toMatch(/^Совпало \d+ из \d+, отличается \d+, не проверено 6 – см\. вкладку/);
    expect(rowOf(district, 'Региональные настройки')).toMatchObject({ found: 'en_US', verdict: DIFFERS });
    const plain = (text: string) => rowOf(district, `«${text}», записанное в обычную`);
    expect(plain('12.5')).toMatchObject({ expected: 'дата 12.05', found: 'число 12,5', verdict: DIFFERS });
    expect(plain('12,5')).toMatchObject({ expected: 'число 12,5', found: 'текст «12,5»', verdict: DIFFERS });
    expect(plain('5/1')).toMatchObject({ expected: 'дата 05.01', found: 'дата 01.05', verdict: DIFFERS });
    expect(rowOf(district, '«12.5», записанное в ячейку с форматом').verdict).toBe(AGREES);
    expect(leftovers(district)).toEqual([]);
  });

  test('a workbook in another time zone is named with both zones', () => {
    const district = complete();
    district.spreadsheet().setSpreadsheetTimeZone('Europe/Moscow');
    district.click('checkInstallation');
    expect(rowOf(district, 'Часовой пояс')).toMatchObject({
      found: 'скрипт – Asia/Yakutsk, книга – Europe/Moscow',
      verdict: DIFFERS,
    });
  });

  test('without the Drive service documents are not tried, and that is said', () => {
    const dist = mkdtempSync(join(tmpdir(), 'probe-'));
    cpSync(DIST, dist, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8'));
    writeFileSync(join(dist, 'appsscript.json'), JSON.stringify({ ...manifest, dependencies: {} }));
    const district = District.ready({ dist });
    district.click('checkInstallation');
    rmSync(dist, { recursive: true });
    const rows = rowsOf(district).filter(({ theme }) => theme === 'Документы');
    expect(rows[0]).toMatchObject({ found: expect.stringContaining('не включена'), verdict: DIFFERS });
    expect(rows[1]!.verdict).toBe('– не проверено: служба Drive не включена');
    expect(rows.slice(2).every(({ verdict }) => verdict.startsWith('– не проверено: '))).toBe(true);
  });

  test('a probe that Google refuses is told in its words and stops no other', () => {
    const district = complete();
    const refusal = Object.assign(new Error('User rate limit exceeded.'), { name: 'Exception' });
    district.onCall = ({ method, phase }) => {
      if (method === 'Drive.Files.create' && phase === 'before') throw refusal;
    };
    district.click('checkInstallation');
    expect(rowOf(district, 'Files.create делает')).toMatchObject({
      found: 'сбой: User rate limit exceeded.',
      verdict: DIFFERS,
    });
    expect(rowOf(district, 'Files.update').verdict).toBe('– не проверено: временный документ не создан');
    const differing = rowsOf(district).filter(({ verdict }) => verdict === DIFFERS);
    expect(differing).toHaveLength(1);
    expect(leftovers(district)).toEqual([]);
  });

  test('what cannot be removed is named on the tab, and removed by the next run', () => {
    const district = complete();
    const refusal = Object.assign(new Error('Service unavailable.'), { name: 'Exception' });
    district.onCall = ({ method, phase }) => {
      if (method === 'Spreadsheet.deleteSheet' && phase === 'before') throw refusal;
    };
    district.click('checkInstallation');
    expect(rowOf(district, 'Временные вкладки').found).toMatch(
      /^остались: вкладка «⏳ проверка 1»: Service unavailable/,
    );
    expect(leftovers(district).length).toBeGreaterThan(0);
    district.onCall = undefined;
    district.click('checkInstallation');
    expect(leftovers(district)).toEqual([]);
    expect(rowOf(district, 'Временные вкладки').verdict).toBe(AGREES);
  });
});

describe('a run that ends early', () => {
  test('short of time, says so of what is left, clears up and writes the tab', () => {
    const district = complete();
    let used = false;
    district.onCall = ({ method, phase }) => {
      if (used || method !== 'Range.insertCheckboxes' || phase !== 'before') return;
      used = true;
      district.runtime.advance(4.6 * 60_000);
    };
    district.click('checkInstallation');
    const rows = rowsOf(district);
    const late = rows.filter(({ verdict }) => verdict === '– не проверено: не хватило времени');
    expect(late.length).toBeGreaterThan(20);
    expect(rows.filter(({ verdict }) => verdict === AGREES).length).toBeGreaterThan(20);
    expect(leftovers(district)).toEqual([]);
  });

  const whole = complete();
  whole.runtime.calls.reset();
  whole.click('checkInstallation');
  const calls = whole.runtime.calls.service;

  test.each([20, 45, 70, 80, 90, 97])('cut after %d%% of its calls, leaves nothing after the next run', (percent) => {
    const cut = Math.round((calls * percent) / 100);
    const district = complete();
    const before = others(district);
    let seen = 0;
    district.onCall = ({ phase }) => {
      if (phase !== 'before') return;
      seen += 1;
      if (seen === cut) throw new Error('cut');
    };
    expect(() => district.runtime.run('checkInstallation')).toThrow('cut');
    district.onCall = undefined;
    district.click('checkInstallation');
    expect(rowsOf(district).filter(({ verdict }) => verdict === DIFFERS)).toEqual([]);
    expect(leftovers(district)).toEqual([]);
    expect(differences(before, others(district))).toEqual([]);
  });
});

describe('facts of the workbook', () => {
  test('automation that is off is a difference with advice', () => {
    const district = District.ready();
    district.click('checkInstallation');
    expect(rowOf(district, 'Автоматический сбор включён')).toMatchObject({
      found: 'не включён. Запустите «Включить автоматический сбор»',
      verdict: DIFFERS,
    });
    expect(rowOf(district, 'Ночной запуск один').verdict).toBe('– не проверено: автоматический сбор не включён');
  });

  test('a second nightly trigger is counted', () => {
    const district = complete();
    district.runtime.triggers.push({ ...district.runtime.triggers[0]!, id: 'second' });
    district.click('checkInstallation');
    expect(rowOf(district, 'Ночной запуск один')).toMatchObject({
      found: '2\u00a0запуска. Лишние удалите: «Apps Script», «Триггеры»',
      verdict: DIFFERS,
    });
  });

  test('missing tabs and protections are named', () => {
    const district = complete();
    district.spreadsheet().deleteSheet(district.sheet('Периоды'));
    district.state('Школы').protections = [];
    const school = district.state('Школа №1');
    school.protections = school.protections.filter(({ description }) => description !== 'Шапка');
    district.click('checkInstallation');
    expect(rowOf(district, 'Все вкладки').found).toBe('нет: «Периоды». Запустите «Создать или починить вкладки»');
    expect(rowOf(district, 'Защиты вкладок').found).toBe('нет: «Школы» – Служебная вкладка: Школы; «Школа №1» – Шапка');
  });

  test('a workbook not set up yet is checked too, and its tabs are asked for', () => {
    const district = new District();
    district.click('checkInstallation');
    expect(rowOf(district, 'Все вкладки').found).toMatch(
      /^нет: «Справка»; «Настройки»; «Что и когда сдаётся»; «Школы»/,
    );
    expect(rowsOf(district).filter(({ theme, verdict }) => theme === 'Ячейки' && verdict !== AGREES)).toEqual([]);
    expect(leftovers(district)).toEqual([]);
  });
});

describe('a school', () => {
  const school = { user: accountOf('s1') };

  test('that granted nothing cannot run it', () => {
    const district = complete();
    expect(() => district.runtime.run('checkInstallation', undefined, school)).toThrow('Authorization is required');
  });

  test('that granted all it was asked for is refused in words, and nothing changes', () => {
    const district = complete();
    district.runtime.grant(school.user);
    const before = linesOf(district.runtime.book);
    district.runtime.run('checkInstallation', undefined, school);
    const shown = district.runtime.shown[district.runtime.shown.length - 1];
    expect(shown).toMatchObject({ title: 'Не выполнено', message: expect.stringContaining('Это делает координатор') });
    expect(differences(before, linesOf(district.runtime.book))).toEqual([]);
  });

  test('finds no such item in any menu, the coordinator does', () => {
    const district = complete();
    expect(JSON.stringify(district.runtime.open(school).menus)).not.toContain('checkInstallation');
    expect(JSON.stringify(district.runtime.open({ user: OWNER }).menus)).toContain('checkInstallation');
  });
});
