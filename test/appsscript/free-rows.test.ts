import { a1, cellOf, District } from './district';

const done = District.ready();
for (const { key } of done.schools) done.fill(key, 0);
done.click('consolidateWorkbook');

const length = (district: District): number => district.values(district.tab('s1')).length;

describe('«Создать или починить вкладки» and free rows of a form', () => {
  const crowded = done.copy();
  crowded.makeRoom('s1', 'classes', 40);
  const mended = crowded.copy();
  mended.setUp();
  const standing = (district: District) => length(district) - length(done);

  test('takes away those beyond what a new tab would offer', () => {
    expect(standing(crowded)).toBeGreaterThan(20);
    expect(standing(mended)).toBe(0);
  });

  test('leaves all that was typed as it was', () => {
    expect(mended.results().results).toEqual(done.results().results);
  });

  test('leaves the row in which somebody has typed a word where it stands', () => {
    const copy = crowded.copy();
    copy.enter('s1', 'classes', 40, 'letter', 'Б');
    copy.setUp();
    expect(copy.field('s1', 'classes', 40, 'letter')).toBe('Б');
  });

  test('done once more it changes nothing', () => {
    const before = mended.values(mended.tab('s1'));
    mended.setUp();
    expect(mended.values(mended.tab('s1'))).toEqual(before);
  });

  test('of a school that has handed in it takes those with which a new form begins, too', () => {
    const copy = done.copy();
    copy.type('s1', 'D4', true);
    expect(copy.values(copy.tab('s1'))[3]!.join(' ')).toContain('сдано');
    copy.setUp();
    expect(standing(copy)).toBeLessThan(-10);
    expect(copy.values(copy.tab('s1'))[3]!.join(' ')).toContain('сдано');
  });

  const lastFree = (district: District) => district.rowOf(district.tab('s1'), 'classes/end') - 1;

  test('leaves a row that somebody begins to fill while it goes through the tabs', () => {
    const copy = crowded.copy();
    let typed = false;
    copy.onCall = ({ method }) => {
      if (typed || method !== 'Range.getNotes') return;
      typed = true;
      copy.type('s1', a1(lastFree(copy), copy.column('s1', 'classes', 'letter')), 'Б');
    };
    copy.setUp();
    copy.onCall = undefined;
    expect(copy.value(copy.tab('s1'), a1(lastFree(copy), copy.column('s1', 'classes', 'letter')))).toBe('Б');
  });

  test('leaves rows with data that others, inserted above meanwhile, have moved down', () => {
    const copy = crowded.copy();
    copy.type('s1', 'D4', true);
    let inserted = false;
    copy.onCall = ({ method }) => {
      if (inserted || method !== 'Range.getNotes') return;
      inserted = true;
      copy.sheet(copy.tab('s1')).insertRowsAfter(copy.row('s1', 'classes', 1), 3);
    };
    copy.setUp();
    copy.onCall = undefined;
    copy.click('consolidateWorkbook');
    expect(copy.figures()).toEqual(done.figures());
  });

  test('leaves the note and the formula that somebody keeps in a free row', () => {
    const copy = crowded.copy();
    const column = copy.column('s1', 'classes', 'enrolled');
    const cell = copy.sheet(copy.tab('s1')).getRange(lastFree(copy), column);
    cell.setNote('Ждём новеньких').setFormula('=IF(1=2;5;"")');
    copy.setUp();
    const kept = cellOf(copy.state(copy.tab('s1')), lastFree(copy), column);
    expect(kept).toMatchObject({ note: 'Ждём новеньких', formula: '=IF(1=2;5;"")' });
  });
});
