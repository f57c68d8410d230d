import type { AnyCommand } from '../../../src/appsscript/command';
import { menuOf } from '../../../src/appsscript/menu';
import { otherAddOn } from '../../../src/local/other-add-on';
import type { MenuItem } from '../../../src/local/runtime/world';
import { District } from '../district';

const command = (name: string, menu?: [string, string]): AnyCommand => ({
  name,
  ...(menu && { menu }),
  run: () => null,
});

describe('the menu of a list of commands', () => {
  test('stands in the order of the list, a group where its first command stands', () => {
    const list = [
      command('a', ['', 'А']),
      command('b', ['Ещё', 'Б']),
      command('c', ['', 'В']),
      command('d', ['Ещё', 'Г']),
    ];
    expect(menuOf(list)).toEqual([
      { title: 'А', name: 'a' },
      {
        title: 'Ещё',
        items: [
          { title: 'Б', name: 'b' },
          { title: 'Г', name: 'd' },
        ],
      },
      { title: 'В', name: 'c' },
    ]);
  });

  test('leaves out what is started by name alone', () => {
    expect(menuOf([command('byName')])).toEqual([]);
  });
});

const named = (items: readonly MenuItem[], of: string): readonly MenuItem[] =>
  items.flatMap((item) => (item.kind === 'menu' && item.caption === of ? item.items : []));

describe('an add-on with three commands more in its list', () => {
  const district = new District({
    dist: otherAddOn({ 'appsscript/commands': 'test/appsscript/commands/with-greeting.ts' }),
  });

  test('has them in the menu, a new group included, and starts them from there', () => {
    const { items } = district.runtime.open().menus[0]!;
    const greet = named(items, 'Настройка').at(-1);
    expect(greet).toMatchObject({ caption: 'Поздороваться', functionName: 'greetCoordinator' });
    expect(named(items, 'Особое')).toMatchObject([{ caption: 'Отказать', functionName: 'refuseAlways' }]);
    expect(district.click('greetCoordinator')).toEqual({ title: 'Здравствуйте', message: 'Район на связи.' });
  });

  test('tells a refusal in its own words', () => {
    expect(district.click('refuseAlways')).toEqual({ title: 'Не выполнено', message: 'Этого сделать нельзя.' });
  });

  test('gives back what one started by name alone has worked out', () => {
    expect(district.runtime.run('addUp', [2, 3])).toBe(5);
  });
});
