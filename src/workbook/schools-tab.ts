import { type Cell, type Grid, isBlank, type School, type TabDesign, textOf } from '../model';
import { LOOK } from './look';
import { schoolTabName, TABS } from './names';

const HEADERS = ['Ключ', 'Название', 'Тип', 'Группа', 'Ключ школы-партнёра', 'Почта школы'];
const SPARE = 30;

export const schoolCells = ({ key, name, type, group, partner }: School): Cell[] => [
  key,
  name,
  type,
  group,
  partner,
  '',
];

/** The register's tab; whoever keeps it may add schools below. */
export function schoolsDesign(schools: readonly School[]): TabDesign {
  const rows = schools.length + SPARE;
  return {
    key: 'schools',
    name: TABS.schools,
    section: {
      values: [HEADERS, ...schools.map(schoolCells)],
      decorations: [
        { row: 1, column: 1, rows: 1, columns: HEADERS.length, ...LOOK.header },
        { row: 2, column: 1, rows, columns: HEADERS.length, format: '@', border: true },
        {
          row: 1,
          column: 1,
          rows: 1,
          columns: 1,
          note: 'Латинские буквы, цифры, дефис. Не меняйте: по ключу хранится история школы.',
        },
        {
          row: 1,
          column: 4,
          rows: 1,
          columns: 1,
          note: '«участник» – участник программы, «ведущая» – школа с лучшими результатами, или своё слово.',
        },
        { row: 1, column: 6, rows: 1, columns: 1, note: 'Только официальный ящик школы.' },
        {
          row: 2,
          column: 3,
          rows,
          columns: 1,
          rule: { kind: 'list', choices: ['СОШ', 'ООШ', 'НОШ'], help: 'Тип школы' },
        },
        {
          row: 2,
          column: 4,
          rows,
          columns: 1,
          rule: { kind: 'list', choices: ['участник', 'ведущая'], help: 'Группа программы' },
        },
      ],
    },
    rows: rows + 1,
    columns: HEADERS.length,
    frozenRows: 1,
    frozenColumns: 0,
    hiddenColumns: [],
    widths: [130, 320, 70, 110, 150, 220],
    hidden: false,
    protect: { description: `Служебная вкладка: ${TABS.schools}`, warningOnly: false },
  };
}

export interface Register {
  readonly schools: readonly School[];
  readonly trouble: readonly string[];
}

/** Reads the register; a row that cannot be used is named and left out. */
export function readSchools(grid: Grid): Register {
  const schools: School[] = [];
  const trouble: string[] = [];
  const keys = new Set<string>();
  const names = new Set<string>();
  grid.slice(1).forEach((cells, index) => {
    if (cells.every(isBlank)) return;
    const [key = '', name = '', type = '', group = '', partner = ''] = cells.map(textOf);
    const place = `Вкладка «${TABS.schools}», строка ${index + 2}`;
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
