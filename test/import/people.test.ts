import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { UnreadableFile } from '../../src/import';
import { csv, type Row, read, workbook } from './files';

/** Учебные данные: nobody is called so. */
const PERSON = ['Выдумкин', 'Невзаправд', 'Понарошкович'];
const TEACHER = 'Выдумкина Н. П.';
const SECRETS = [...PERSON, 'ВЫД-001', '9900-771', TEACHER];

const PROTOCOL: Row[] = [
  ['Протокол проверки 02 - Математика 2024.06.04'],
  ['№', 'Код МСУ', 'Код ОО', 'Класс', 'Фамилия', 'Имя', 'Отчество', 'Номер', 'Первичный балл', 'Оценка'],
  [1, 990, 990101, '9 "А"', ...PERSON, '9900-771', 17, 4],
  [2, 990, 770044, '9 "А"', ...PERSON, '9900-771', 17, 5],
  [3, 990, '', '9 "А"', ...PERSON, '9900-771', 17, 5],
  [4, ...PERSON, '9900-771', 17, 5],
  ['Всего участников', '', '', '', '', '', '', '', 2],
  ['Председатель', ...PERSON],
  [PERSON.join(' ')],
];

const SCORES: Row[] = [
  ['03 - Физика 2024.06.07'],
  ['№', 'Код ОО', 'Класс', 'Фамилия', 'Имя', 'Отчество', 'Номер', 'Тестовый балл'],
  [1, 990101, '11А', ...PERSON, '9900-771', 54],
  ['Председатель', ...PERSON],
];

const OLYMPIAD: Row[] = [
  ['Протокол муниципального этапа всероссийской олимпиады школьников'],
  ['Председатель жюри', ...PERSON],
  ['Учебный год: 2024/2025'],
  ['Предмет', 'ОУ', 'Код участника', 'Фамилия', 'Имя', 'Отчество', 'Класс', 'Итоговый балл', 'Статус'],
  ['Химия', 'Заречная СОШ №1', 'ВЫД-001', ...PERSON, 9, 40, 'Победитель'],
  ['Химия', 'Заречная СОШ', 'ВЫД-001', ...PERSON, 9, 12, 'Участник'],
  ['Химия', PERSON.join(' '), 'ВЫД-001', ...PERSON, 9, 12, 'Участник'],
  ['Члены жюри:', ...PERSON],
];

const JOURNAL: Row[] = [
  ['МКОУ «Луговская ООШ»'],
  ['Классный руководитель:', TEACHER],
  ['Учебный год: 2024/2025'],
  ['Класс', 'Предмет', 'Учитель', 'Кол-во', '«5»', '«4»', '«3»', '«2»', 'Н/А', 'ОСВ', 'Нет оценки'],
  ['5А', 'Химия', TEACHER, 3, 1, 1, 1, 0, 0, 0, 0],
  ['5Б', 'Химия', TEACHER, 9, 1, 1, 1, 0, 0, 0, 0],
  ['5 Параллель', '', TEACHER, 6],
  ['Школа', '', TEACHER, 6],
  ['Директор', TEACHER],
];

const CHILDREN: Row[] = [
  ['Социальный паспорт 5А класса'],
  ['№', 'ФИО', 'ОВЗ', 'Неполная семья'],
  [1, PERSON.join(' '), 'да', 'нет'],
];

/** Individual results: nothing in them is for us. */
const INDIVIDUAL: Row[] = [
  ['Индивидуальные результаты', 'ВПР 2024 Химия 8 класс'],
  ['Школа', 'ФИО', 'Вариант', '1 (2б)', 'Первичный балл'],
  ['Заречная СОШ №1', PERSON.join(' '), 3, 1, 9],
];

const FILES: Readonly<Record<string, Row[]>> = { PROTOCOL, SCORES, OLYMPIAD, JOURNAL, CHILDREN, INDIVIDUAL };

const secretsIn = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

/** All that a file leaves behind: what is written, said or thrown. */
function leftBy(bytes: Uint8Array): string {
  try {
    return JSON.stringify(read(bytes));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return JSON.stringify([error.message, error.problem, error.place]);
  }
}

test.each(Object.entries(FILES))(
  '%s: neither names nor codes of people leave the recogniser, as a table or as a workbook',
  async (_, rows) => {
    expect(secretsIn(leftBy(csv(rows)))).toEqual([]);
    expect(secretsIn(leftBy(await workbook({ Лист1: rows })))).toEqual([]);
  },
);

test('nor do they stand in anything that --import prints or writes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'people-'));
  const out = join(folder, 'out');
  const named: [string, Uint8Array][] = Object.entries(FILES).flatMap(([name, rows]) => [[`${name}.csv`, csv(rows)]]);
  named.push(['все.xlsx', await workbook(FILES)]);
  named.forEach(([name, bytes]) => void writeFileSync(join(folder, name), bytes));
  writeFileSync(
    join(folder, 'schools.csv'),
    'key,name,type,group,partner,code\na,Заречная СОШ №1,СОШ,ведущая,,990101\nb,Заречная СОШ №2,СОШ,ведущая,,\nc,Луговская ООШ,ООШ,участник,a,\n',
  );
  const files = named.map(([name]) => join(folder, name));
  const args = [resolve(__dirname, '../../build/demo.cjs'), '--data', folder, '--out', out, '--import', ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('Форма «ОГЭ», Заречная СОШ №1');
  const written = readdirSync(out).map((file) => readFileSync(join(out, file), 'utf8'));
  expect(secretsIn([stdout, stderr, ...written].join('\n'))).toEqual([]);
});

/** A piece cut out, a byte changed, a piece written twice. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'change', 'double'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.integer({ min: 0, max: 255 }),
});
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let data = Array.from(bytes);
  for (const { kind, at, length, byte } of damages) {
    const start = Math.floor(at * data.length);
    const piece = data.slice(start, start + length);
    if (kind === 'cut') data.splice(start, length);
    else if (kind === 'double') data.splice(start, 0, ...piece);
    else data = data.map((old, index) => (index === start ? byte : old));
  }
  return Uint8Array.from(data);
}

/** The same damages at every run. */
const SEED = 341;
const RUNS = 40;

test.each(Object.entries(FILES))(
  '%s damaged anywhere is read or refused in words, and never crashes',
  async (_, rows) => {
    const table = csv(rows);
    const book = await workbook({ Лист1: rows });
    const parts = unzipSync(book);
    const [sheet] = Object.keys(parts).filter((name) => /sheet1\.xml$/.test(name));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        expect(typeof leftBy(damaged(table, damages))).toBe('string');
        expect(typeof leftBy(damaged(book, damages))).toBe('string');
        const inside = strToU8(strFromU8(damaged(parts[sheet!]!, damages)));
        expect(typeof leftBy(zipSync({ ...parts, [sheet!]: inside }, { level: 0 }))).toBe('string');
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);

test('a sheet in which more is closed than was opened is refused in words', async () => {
  const parts = unzipSync(await workbook({ Лист1: OLYMPIAD }));
  const [sheet] = Object.keys(parts).filter((name) => /sheet1\.xml$/.test(name));
  const broken = strFromU8(parts[sheet!]!).replace('<sheetData>', '</sheetData>');
  expect(() => read(zipSync({ ...parts, [sheet!]: strToU8(broken) }))).toThrow(UnreadableFile);
});
