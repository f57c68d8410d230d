import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const SRC = join(__dirname, '../../../src');
const lines = (folder: string): string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      readFileSync(join(SRC, folder, file), 'utf8')
        .split('\n')
        .map((line) => `${folder}/${file}: ${line.trim()}`),
    );

test('no name of an entry point is written out for Google: each is taken from its command', () => {
  const named = lines('appsscript').filter((line) => /\.(addItem|newTrigger)\(/.test(line));
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((line) => /\.addItem\(.*,\s*['"`]|\.newTrigger\(\s*['"`]/.test(line))).toEqual([]);
});

test('pages of panels call the server in one place', () => {
  const calling = lines('sidebar').filter((line) => line.includes('google.script.run'));
  expect(calling.map((line) => line.split(':')[0])).toEqual(['sidebar/api.ts']);
});
