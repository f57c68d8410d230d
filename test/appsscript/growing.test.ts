import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProgramme } from '../../src/local/demo/describe';
import { otherAddOn } from '../../src/local/other-add-on';
import { a1, DIST, District } from './district';
import { programme as grown } from './growing/programme';
import { programme as shrunk } from './growing/shrunk';

const LIVE = join(__dirname, '../fixtures/live');
type Total = [period: string, scope: string, owner: string, indicator: string, numerator: number, denominator: number];
const TOTALS = JSON.parse(readFileSync(join(LIVE, 'totals-0.1.0.json'), 'utf8')) as Total[];

const SCHOOLS = ['magdagachi-1', 'ushumun', 'daktuy', 'magdagachi-3', 'tolbuzino', 'kuznetsovo', 'gudachi'];
const NAMES = [
  'МОБУ Магдагачинская СОШ №1',
  'МОБУ Ушумунская СОШ',
  'МОБУ Дактуйская СОШ',
  'МОБУ Магдагачинская СОШ №3',
  'МОКУ Толбузинская ООШ',
  'МОКУ Кузнецовская ООШ',
  'МОКУ Гудачинская ООШ',
];
const schools = SCHOOLS.map((key, index) => ({ key, name: NAMES[index]!, type: '', group: '', partner: '' }));
const HANDED_IN = ['magdagachi-1', 'ushumun', 'magdagachi-3', 'tolbuzino', 'gudachi'];

/** The figures of which the smaller programme still asks for the numbers. */
const LEFT = TOTALS.filter(([, , , indicator]) =>
  shrunk.indicators.some(({ key, kind }) => key === indicator && kind !== 'derived'),
);

/** The workbook of version 0.1.0 in the hands of an add-on of another programme. */
async function live(dist: string): Promise<District> {
  const district = new District({ schools, dist, at: '2023-06-26T10:00:00+09:00' });
  await district.runtime.loadXlsx(join(LIVE, 'workbook-0.1.0.xlsx'));
  return district;
}

/** A run ends itself after four and a half minutes; on a slow day Google answers a fifth slower. */
const MOST_SECONDS = 0.8 * 4.5 * 60;

/** One click, after which every tab is ready. */
function setUp(district: District): void {
  district.runtime.answers.push('YES');
  const began = district.runtime.now();
  expect(district.click('setUpWorkbook').title).toBe('Вкладки готовы');
  expect((district.runtime.now() - began) / 1000).toBeLessThan(MOST_SECONDS);
}

const totalsOf = (district: District): Map<string, [number, number]> =>
  new Map(
    district
      .figures()
      .filter(({ slice }) => !slice)
      .map((figure) => [
        [figure.period, figure.scope, figure.school ?? figure.group ?? '', figure.indicator].join('|'),
        [figure.numerator, figure.denominator],
      ]),
  );

const differing = (district: District, totals: readonly Total[] = TOTALS): string[] => {
  const found = totalsOf(district);
  return totals
    .filter(([period, scope, owner, indicator, numerator, denominator]) => {
      const [top, bottom] = found.get([period, scope, owner, indicator].join('|')) ?? [];
      return top !== numerator || bottom !== denominator;
    })
    .map((total) => total.join('|'));
};

const handedIn = (district: District): string[] =>
  SCHOOLS.filter((school) => district.value(district.tab(school), 'D4') === true);

/** Every cell that a school typed, by form, row's name and field: what must never move or go. */
function typedCells(district: District, school: string): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  const grid = district.values(district.tab(school));
  let keys: string[] = [];
  let form = '';
  grid.forEach((row, index) => {
    const [key = '', role] = String(row[0]).split('/');
    if (role === 'title') form = key;
    if (role === 'keys') keys = row.map(String);
    if (role === 'end') form = '';
    if (form === '' || ['title', 'help', 'keys', 'header'].includes(role ?? '')) return;
    row.forEach((cell, column) => {
      if (cell !== '' && keys[column] && !/^(memory|remarks|calc:.*)$/.test(keys[column]!) && column > 2)
        cells.set(`${form} ${index + 1} ${column + 1} ${keys[column]}`, cell);
    });
  });
  return cells;
}

/** What the calculated columns say, by form, row's name and column; the control number of version 0.1.0 is none. */
function calculatedCells(district: District, school: string): string[] {
  let keys: string[] = [];
  return district.values(district.tab(school)).flatMap((row) => {
    const [form = '', role] = String(row[0]).split('/');
    if (role === 'keys') keys = row.map(String);
    if (role !== 'row') return [];
    const name = ['grade', 'letter', 'subject'].map((key) => String(row[keys.indexOf(key)] ?? '')).join(' ');
    return row.flatMap((cell, column) =>
      /^calc:(?!control)/.test(keys[column] ?? '') && cell !== '' ? [`${form} ${name}: ${keys[column]} ${cell}`] : [],
    );
  });
}

/** The same workbook after setting up and one consolidation of today's add-on. */
const migrated = (() => {
  let once: Promise<District> | null = null;
  const make = async (): Promise<District> => {
    const district = await live(DIST);
    setUp(district);
    district.click('consolidateWorkbook');
    return district;
  };
  return (): Promise<District> => {
    once ??= make();
    return once;
  };
})();

const grownDist = otherAddOn({
  programme: 'test/appsscript/growing/programme.ts',
  'report/kinds': 'test/appsscript/other-kinds/kinds.ts',
  'appsscript/commands': 'test/appsscript/commands/with-greeting.ts',
  'appsscript/panels': 'test/appsscript/panels/with-greeting.ts',
  'sidebar/greeting': 'test/appsscript/panels/greeting',
});
const shrunkDist = otherAddOn({ programme: 'test/appsscript/growing/shrunk.ts' });

describe('a workbook of version 0.1.0', () => {
  test('is taken over by one set-up, which says what it will do, and one consolidation', async () => {
    const district = await live(DIST);
    const before = SCHOOLS.map((school) => district.values(district.tab(school)));
    district.runtime.answers.push('YES');
    const shown = district.runtime.shown.length;
    expect(district.click('setUpWorkbook').title).toBe('Вкладки готовы');
    const asked = district.runtime.shown[shown]!;
    expect('message' in asked && asked.message).toContain(
      'МОКУ Кузнецовская ООШ: сохранятся: «Число обучающихся» – 7\u00a0строк',
    );
    expect(district.click('consolidateWorkbook').message).toContain('собрано школ 7 из 7, 751\u00a0строка');
    expect(differing(district)).toEqual([]);
    expect(handedIn(district)).toEqual(HANDED_IN);
    SCHOOLS.forEach((school, index) => {
      const words = new Set(district.values(district.tab(school)).flat().map(String));
      const lost = before[index]!.filter((row) => /\/row$|^$/.test(String(row[0])))
        .flatMap((row) => row.slice(2, 15))
        .filter((cell) => cell !== '' && !words.has(String(cell)));
      // Calculated cells are made anew; the next test tells that they are the same.
      expect(lost.filter((cell) => typeof cell !== 'number')).toEqual([]);
    });
  });

  test('keeps the consolidated rows of its closed quarters, also of forms that are called otherwise today', async () => {
    const now = { Классы: 'Число обучающихся', Контекст: 'Паспорт' };
    const first = await live(DIST);
    const after = await migrated();
    for (const [was, is] of Object.entries(now)) {
      const closed = (district: District, name: string) =>
        district
          .rowsIn(`Сводные данные. ${name}`)
          .filter(({ period }) => period !== '2023-Q2')
          .map((row) =>
            [row.period, row.school, row['field:grade'], row['field:letter'], row['field:enrolled']].join(' '),
          );
      expect(closed(first, was).length).toBeGreaterThan(100);
      expect(closed(after, is)).toEqual(closed(first, was));
    }
  });

  test('shows the same shares and marks in its calculated columns as soon as it is set up, before anybody checks', async () => {
    const district = await live(DIST);
    const before = SCHOOLS.flatMap((school) => calculatedCells(district, school).map((cell) => `${school} ${cell}`));
    setUp(district);
    const after = SCHOOLS.flatMap((school) => calculatedCells(district, school).map((cell) => `${school} ${cell}`));
    expect(before.length).toBeGreaterThan(1000);
    // That version left rows blank that had been carried over and not been checked since.
    expect(before.filter((cell) => !after.includes(cell))).toEqual([]);
    expect(after.length).toBeGreaterThan(before.length);
    // A check finds nothing to change in them.
    const name = district.tab('gudachi');
    const standing = calculatedCells(district, 'gudachi');
    district.runtime.book.editors.add(USER.user);
    district.runtime.edit(name, 'D3', true, USER);
    expect(calculatedCells(district, 'gudachi')).toEqual(standing);
  });

  test('that is not taken over yet tells a school at an edit that nothing is checked, and it is handed in no longer', async () => {
    const district = await live(DIST);
    district.runtime.answers.push('NO');
    district.click('setUpWorkbook');
    expect(district.runtime.failures).toEqual([]);
    const shown = district.runtime.shown.length;
    typeInForm(district, 'marks', 1, { five: '3' });
    const told = JSON.stringify(district.runtime.shown.slice(shown));
    expect(told.match(/Вкладка прежней версии: изменение пока не проверено/g)).toHaveLength(1);
    expect(district.value(GUDACHI, `C${district.rowOf(GUDACHI, 'head/submit')}`)).toBe(false);
    setUp(district);
    expect(handedIn(district)).toEqual(HANDED_IN.filter((school) => school !== 'gudachi'));
  });

  test('goes on under a programme that has grown in the same moment, with no more clicks than it needs for itself', async () => {
    const district = await live(grownDist);
    setUp(district);
    district.click('consolidateWorkbook');
    expect(differing(district)).toEqual([]);
    expect(handedIn(district)).toEqual(HANDED_IN);
  });

  test('goes on under a programme that asks for less in the same moment, and takes up again what it asks for once more', async () => {
    const district = await live(shrunkDist);
    setUp(district);
    expect(district.click('consolidateWorkbook').message).toContain('собрано школ 7 из 7');
    expect(differing(district, LEFT)).toEqual([]);
    expect(handedIn(district)).toEqual(HANDED_IN);
    const back = district.copy({ dist: DIST });
    expect(back.click('consolidateWorkbook').message).toContain('собрано школ 7 из 7');
    expect(differing(back)).toEqual([]);
    expect(handedIn(back)).toEqual(HANDED_IN);
  });
});

/** Both sides of a quarter: what the schools typed stands where it stood, and the figures are those of before. */
function expectUntouched(before: District, after: District, totals: readonly Total[] = TOTALS): void {
  expect(differing(after, totals)).toEqual([]);
  expect(handedIn(after)).toEqual(HANDED_IN);
  for (const school of SCHOOLS) {
    const typed = typedCells(after, school);
    const moved = [...typedCells(before, school)].filter(
      ([place, cell]) =>
        String(typed.get(place) ?? typed.get(place.replace(/ (\S+)$/, ' retired:$1'))) !== String(cell),
    );
    expect(moved).toEqual([]);
  }
}

/** The workbook, already of this version, in the hands of the grown add-on after one consolidation. */
const grownUp = async (): Promise<District> => {
  const district = (await migrated()).copy({ dist: grownDist });
  district.click('consolidateWorkbook');
  return district;
};

const USER = { user: 'gudachi@school.example' };
const GUDACHI = NAMES[6]!;

function typeInForm(district: District, form: string, row: number, cells: Readonly<Record<string, string>>): void {
  const header = district.rowOf(GUDACHI, `${form}/header`);
  const keys = district.values(GUDACHI)[district.rowOf(GUDACHI, `${form}/keys`) - 1]!.map(String);
  district.runtime.book.editors.add(USER.user);
  for (const [key, typed] of Object.entries(cells))
    district.runtime.edit(GUDACHI, a1(header + row, keys.indexOf(key) + 1), typed, USER);
}

describe('a programme that grows in the middle of a quarter', () => {
  const district = grownUp();

  test('is on every tab with the next consolidation: nothing typed has moved, all that was handed in stays so', async () => {
    expectUntouched(await migrated(), await district);
    for (const school of SCHOOLS) {
      const titles = (await district).values((await district).tab(school)).flat();
      for (const title of ['Библиотека', 'Всего экземпляров', 'С одной «4»']) expect(titles).toContain(title);
    }
    const journal = (await district).values('Журнал').flat().map(String);
    expect(journal.some((words) => words.includes('новая форма «Библиотека»'))).toBe(true);
  });

  test('a second consolidation adds nothing more', async () => {
    const again = (await district).copy({ dist: grownDist });
    const before = SCHOOLS.map((school) => again.values(again.tab(school)));
    again.click('consolidateWorkbook');
    expect(SCHOOLS.map((school) => again.values(again.tab(school)))).toEqual(before);
  });

  test('the new form is checked as it is typed, counted, cut by its choice and exported', async () => {
    const copy = (await district).copy({ dist: grownDist });
    typeInForm(copy, 'library', 1, { kind: 'учебники', books: '200', worn: '50', bought: '0' });
    typeInForm(copy, 'library', 2, { kind: 'прочее', books: '40', worn: '41', bought: '0' });
    const row = copy.rowOf(GUDACHI, 'library/header') + 2;
    expect(copy.value(GUDACHI, `C${row}`)).toContain('ветхие дают 41');
    copy.runtime.edit(GUDACHI, `H${row}`, '10', USER);
    expect(copy.value(GUDACHI, `C${row}`)).toBe('');
    copy.click('consolidateWorkbook');
    const own = copy.figures().filter(({ school, indicator }) => school === 'gudachi' && indicator.startsWith('worn'));
    const told = own.map(({ indicator, slice, value }) => [indicator, slice?.kind ?? '', value]);
    expect(told).toContainEqual(['worn-rate', '', 25]);
    expect(told).toContainEqual(['worn-rate', 'учебники', 25]);
    expect(told).toContainEqual(['worn-textbook-rate', '', 25]);
    expect(differing(copy)).toEqual([]);
  });

  test('checks of two forms and against the last period are told as remarks, explained once and kept', async () => {
    const copy = (await district).copy({ dist: grownDist });
    const { message } = copy.click('consolidateWorkbook');
    if (!message.includes('собрано')) throw new Error(JSON.stringify(copy.runtime.logs).slice(0, 1500));
    expect(message).toContain('собрано школ 7 из 7');
    const failing = copy.column('gudachi', 'pupils', 'failing');
    const at = a1(copy.row('gudachi', 'pupils', 1), failing);
    copy.runtime.book.editors.add(USER.user);
    copy.runtime.edit(GUDACHI, at, '6', USER);
    // The past is looked at when the whole tab is.
    copy.runtime.edit(GUDACHI, 'D3', true, USER);
    const remark = () => copy.remark('gudachi', 'pupils', 1);
    expect(remark()).toMatch(/«Неуспевающие»: было \d+, стало 6/);
    const explained = a1(copy.row('gudachi', 'pupils', 1), copy.column('gudachi', 'pupils', 'explanation'));
    copy.runtime.edit(GUDACHI, explained, 'Болели', USER);
    copy.click('consolidateWorkbook');
    expect(remark()).toMatch(/ℹ Пояснено: .*было \d+, стало 6/);
  });

  test('the new register has its tab, the order’s row and its place in the export', async () => {
    expect((await district).values('Выезды').flat()).toContain('Аудит');
    expect((await district).results().registers.visits).toMatchObject([{ id: 'В-01', status: 'запланирован' }]);
  });

  test('a closing freezes the new form and the register, and the next quarter goes on', async () => {
    const copy = (await district).copy({ dist: grownDist });
    typeInForm(copy, 'library', 1, { kind: 'учебники', books: '200', worn: '50', bought: '0' });
    copy.runtime.run('closePeriod', ['2023-Q2']);
    expect(differing(copy)).toEqual([]);
    const worn = copy
      .figures()
      .find((each) => each.period === '2023-Q2' && each.school === 'gudachi' && each.indicator === 'worn-rate');
    expect(worn?.value).toBe(25);
    const snapshot = copy.values('Периоды').flat().map(String).join('');
    expect(snapshot).toContain('worn-rate');
    expect(snapshot).toContain('В-01');
  });

  test('report kinds, commands and panels are added from lists', async () => {
    const copy = (await district).copy({ dist: grownDist });
    const built = copy.runtime.run('buildReport', ['school-card', '2023-Q2', 'служебная', 'gudachi']) as {
      title: string;
    };
    expect(built.title).toContain('Гудачинская');
    const menus = JSON.stringify(copy.runtime.open().menus);
    expect(menus).toContain('Поздороваться');
    expect(copy.runtime.run('panelCall', ['greeting', 'greet', ['район']])).toEqual({ done: 'Здравствуйте, район!' });
  });

  test('all of it is listed', () => {
    const lines = describeProgramme(grown);
    for (const words of [
      'library',
      'worn-textbook-rate',
      'oneFour',
      'visits',
      'учебники',
      'row/more-twos-than-failing',
      'row/fails-doubled',
    ])
      expect(lines).toContain(words);
  });
});

describe('a programme that asks for less', () => {
  test('greys what it no longer asks for; typed cells, what was handed in and closed figures stay', async () => {
    const before = await migrated();
    const district = before.copy({ dist: shrunkDist });
    expect(district.click('consolidateWorkbook').message).toContain('собрано школ 7 из 7');
    expectUntouched(before, district, LEFT);
    const titles = district.values(GUDACHI).flat().map(String);
    expect(titles).toContain('Имеют задолженность за год (не освоили программу) (больше не заполняется)');
    expect(titles).toContain('Паспорт (больше не заполняется)');
  });

  test('and takes them up again when they are asked for once more', async () => {
    const before = await migrated();
    const district = before.copy({ dist: shrunkDist });
    district.click('consolidateWorkbook');
    const back = district.copy();
    expect(back.click('consolidateWorkbook').message).toContain('собрано школ 7 из 7');
    expectUntouched(before, back);
  });
});
