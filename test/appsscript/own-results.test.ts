import { DIST, District, differences, linesOf } from './district';

const TITLE = 'Ваши итоги: учебный год 2022/23';
const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');

/** What stands at the end of a school's tab, title first. */
function told(district: District, school = 's1'): string[] {
  return district
    .values(district.tab(school))
    .filter(([role]) => String(role).startsWith('results/'))
    .map((cells) =>
      plain(
        cells
          .slice(2)
          .filter((cell) => cell !== '')
          .join(' | '),
      ),
    );
}
const rowOf = (district: District, role = 'results/line'): number => district.rowOf(district.tab('s1'), role);
const handIn = (district: District, school: string): string[] => district.type(school, 'D4', 'TRUE');
const consolidate = (district: District): string => district.click('consolidateWorkbook').message;

const full = District.ready();
full.fill('s1');
full.fill('s2', 1);
const drafts = full.copy();
consolidate(drafts);
const half = full.copy();
handIn(half, 's1');
consolidate(half);

describe('«Ваши итоги»', () => {
  test('stand on no tab that has not been handed in', () => {
    expect(told(drafts)).toEqual([]);
    expect(told(half, 's2')).toEqual([]);
  });

  test('tell a school that has handed in its main figures with their counts, and the district’s', () => {
    expect(told(half)).toEqual([
      TITLE,
      'Успевают 83,3 % обучающихся (30 из 36); по району – 83,3 % (60 из 72).',
      'Учатся на «4» и «5» 33,3 % обучающихся (12 из 36); по району – 34,7 % (25 из 72).',
      'Имеют одну «3», остальные «4» и «5», 5,6 % обучающихся (2 из 36); по району – 5,6 % (4 из 72).',
      'Имеют задолженность за год 5,6 % обучающихся (2 из 36); по району – 5,6 % (4 из 72).',
      'Сдали 1 из 2 школ: числа района ещё изменятся.',
      'Этот блок пишет надстройка; его можно выделить и напечатать для педсовета.',
    ]);
  });

  test('cost one call a tab, and nothing where they say the same already', () => {
    const district = full.copy();
    consolidate(district);
    handIn(district, 's1');
    handIn(district, 's2');
    const calls: string[] = [];
    district.onCall = ({ method, phase }) => void (phase === 'before' && calls.push(method));
    consolidate(district);
    district.onCall = undefined;
    // What follows the line in Журнал.
    // «Панель» is read and written first.
    expect(
      calls.slice(calls.lastIndexOf('Sheet.appendRow') + 1).filter((method) => method.startsWith('Range.')),
    ).toEqual(['Range.getValues', 'Range.setValues', 'Range.setValues', 'Range.setValues']);
    expect(told(district)).toHaveLength(told(half).length - 1);
    const schools = () => linesOf(district.runtime.book, (tab) => tab.startsWith('Школа'));
    const before = schools();
    consolidate(district);
    expect(differences(before, schools())).toEqual([]);
  });

  test('are gone when the school takes its tab back', () => {
    const district = half.copy();
    district.type('s1', 'D4', 'FALSE');
    consolidate(district);
    expect(told(district)).toEqual([]);
  });

  test('count nothing that is typed there: it is said at once, stays and is said again', () => {
    const district = half.copy();
    const before = district.results();
    const tab = district.tab('s1');
    const row = rowOf(district);
    const toasts = district.type('s1', `I${row}`, '500');
    expect(toasts).toEqual([expect.stringContaining('Здесь ничего не учитывается')]);
    expect(district.value(tab, `C${row}`)).toContain('Здесь ничего не учитывается');
    district.type('s1', `G${row + 1}`, 'наше');
    expect(consolidate(district)).toContain('собрано школ 2 из 2');
    expect(district.value(tab, `I${row}`)).toBe(500);
    expect(district.value(tab, `C${row}`)).toContain('Здесь ничего не учитывается');
    expect(plain(district.value(tab, `G${row + 1}`))).toContain('Учатся на «4» и «5»');
    expect(district.results().results).toEqual(before.results);
    district.type('s1', `I${row}`, '');
    expect(district.value(tab, `C${row}`)).toBe('');
  });

  test('stay until the next quarter’s are handed in, and then say what was a year ago', () => {
    const district = District.ready({ period: '2022-Q2' });
    for (const period of ['2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1']) {
      if (period === '2022-Q2') {
        district.fill('s1', 2);
        district.fill('s2', 3);
        handIn(district, 's1');
        consolidate(district);
      }
      expect(district.runtime.run('closePeriod', [period])).toMatchObject({ title: expect.stringMatching(/закрыт/) });
    }
    expect(told(district)[0]).toBe('Ваши итоги: учебный год 2021/22');
    district.fill('s1');
    district.fill('s2', 1);
    handIn(district, 's1');
    consolidate(district);
    expect(told(district)[0]).toBe(TITLE);
    expect(told(district)[2]).toBe(
      'Учатся на «4» и «5» 33,3 % обучающихся (12 из 36); год назад – 38,9 % (14 из 36); по району – 34,7 % (25 из 72).',
    );
  });

  test('survive a repair: written anew, what stood beside them kept', () => {
    const district = half.copy();
    const tab = district.tab('s1');
    district.type('s1', `I${rowOf(district)}`, '500');
    district.sheet(tab).deleteRow(district.rowOf(tab, 'marks/end'));
    district.runtime.answers.push('YES');
    district.setUp();
    const words = district.values(tab).map((cells) => cells.join('|'));
    expect(words.filter((line) => line.includes('unrecognised/row'))).toEqual([expect.stringContaining('500')]);
  });
});

test('a form that comes later leaves «Ваши итоги» the last on the tab', () => {
  const district = half.copy({ dist: DIST });
  consolidate(district);
  const roles = district.values(district.tab('s1')).map(([role]) => String(role));
  expect(roles).toContain('staff/end');
  expect(roles.indexOf('results/head')).toBeGreaterThan(roles.map((role) => role.endsWith('/end')).lastIndexOf(true));
  expect(told(district)[0]).toBe(TITLE);
});
