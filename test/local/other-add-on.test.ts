import { otherAddOn } from '../../src/local/other-add-on';
import { District } from '../appsscript/district';

test('an add-on of another programme makes its forms', () => {
  const dist = otherAddOn({ programme: 'test/local/other-add-on/programme.ts' });
  const district = District.ready({ dist });
  expect(district.runtime.book.sheets.map(({ name }) => name)).toContain('Сводные данные. Библиотека');
  const titles = district.values(district.tab('s1')).flat();
  expect(titles).toContain('Библиотека');
  expect(titles).toContain('Отметки');
});

test('a file that cannot be built is named', () => {
  expect(() => otherAddOn({ programme: 'test/local/no-such-file.ts' })).toThrow(/no-such-file/);
});
