import { District } from './district';

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
});
