import { type Grid, type School, type TabDesign, textOf } from '../model';
import { type KeyedTab, keyedDesign, readKeyed, type TabColumn } from './keyed-tab';
import { schoolTabName, TABS } from './names';

const words = (key: string, title: string, width: number, help = ''): TabColumn => ({
  key,
  title,
  width,
  format: '@',
  ...(help === '' ? {} : { help }),
});

/** The register's tab; whoever keeps it may add schools below. */
export const schoolsTab: KeyedTab = {
  key: 'schools',
  name: TABS.schools,
  help: 'Школы района: по строке на школу. Новые школы вписывайте ниже.',
  columns: [
    words('key', 'Ключ', 130, 'Латинские буквы, цифры, дефис. Не меняйте: по ключу хранится история школы.'),
    words('name', 'Название', 320),
    { ...words('type', 'Тип', 70), rule: { kind: 'list', choices: ['СОШ', 'ООШ', 'НОШ'], help: 'Тип школы' } },
    {
      ...words(
        'group',
        'Группа',
        110,
        '«участник» – участник программы, «ведущая» – школа с лучшими результатами, или своё слово.',
      ),
      rule: { kind: 'list', choices: ['участник', 'ведущая'], help: 'Группа программы' },
    },
    words('partner', 'Ключ школы-партнёра', 150),
    words('mail', 'Почта школы', 220, 'Только официальный ящик школы.'),
  ],
  spare: 30,
};

export const schoolsDesign = (schools: readonly School[]): TabDesign =>
  keyedDesign(
    schoolsTab,
    schools.map(({ key, name, type, group, partner }) => ({ key, name, type, group, partner })),
  );

export interface Register {
  readonly schools: readonly School[];
  readonly trouble: readonly string[];
}

const FIELDS = ['key', 'name', 'type', 'group', 'partner'] as const;
type FieldTexts = [key: string, name: string, type: string, group: string, partner: string];

/** Reads the register; a row that cannot be used is named and left out. */
export function readSchools(grid: Grid): Register {
  const schools: School[] = [];
  const trouble: string[] = [];
  const keys = new Set<string>();
  const names = new Set<string>();
  const { rows, rowNumbers } = readKeyed(schoolsTab, grid);
  rows.forEach((row, index) => {
    const [key, name, type, group, partner] = FIELDS.map((field) => textOf(row[field])) as FieldTexts;
    const place = `Вкладка «${TABS.schools}», строка ${rowNumbers[index]}`;
    const tab = schoolTabName(name).toLowerCase();
    if (!/^[\w-]+$/.test(key)) trouble.push(`${place}: ключ «${key}» – нужны латинские буквы, цифры и дефис.`);
    else if (keys.has(key)) trouble.push(`${place}: ключ «${key}» уже занят другой школой.`);
    else if (tab === '') trouble.push(`${place}: нет названия школы.`);
    else if (names.has(tab)) trouble.push(`${place}: школа с названием «${name}» уже есть.`);
    else {
      keys.add(key);
      names.add(tab);
      schools.push({ key, name, type, group, partner });
    }
  });
  return { schools, trouble };
}
