import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** Учебные данные: schools, logins and counts are invented. */
const FILES: Readonly<Record<string, string>> = {
  'schools.csv':
    'key,name,type,group,partner,login,oldLogin,code,names\na,Заречная СОШ №1,СОШ,ведущая,,edu990001,sch990001,990101,Школа у реки;Первая\nb,Луговская ООШ,ООШ,участник,a,,,,\n',
  'впр.csv':
    'Статистика по отметкам\nВПР 2024 Химия 8 класс\nГруппы участников;Кол-во участников;2;3;4;5\nДальняя обл.;900;10;20;30;40\nЗаречная СОШ(edu990001);4;0;25;50;25\nШкола у реки;3;0;50;50;0\n',
  'опись.csv': 'Название;Число\nПарты;3\n',
  'битый.csv': 'а;б\n1;"2\n3;4\n',
};

const folder = mkdtempSync(join(tmpdir(), 'import-'));
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);

function imported(...names: string[]) {
  const out = join(mkdtempSync(join(tmpdir(), 'imported-')), 'out');
  const files = names.map((name) => join(folder, name));
  const args = [join(ROOT, 'build/demo.cjs'), '--data', folder, '--out', out, '--import', ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout: stdout.replaceAll('\u00a0', ' '), stderr, json: join(out, 'import.json') };
}

test('--import says of each file what goes where, what was refused and what to do, and writes import.json', () => {
  const { status, stdout, json } = imported('впр.csv', 'опись.csv');
  expect(status).toBe(0);
  expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual({
    files: {
      'впр.csv': {
        kind: 'vpr_marks',
        records: [
          {
            row: 5,
            year: 2024,
            school: 'Заречная СОШ №1',
            subject: 'Химия',
            grade: 8,
            n: 4,
            m2: 0,
            m3: 1,
            m4: 2,
            m5: 1,
          },
        ],
        refused: [{ row: 6, text: 'Школа у реки', reason: 'percent_sum' }],
        skipped: [{ row: 4, text: 'Дальняя обл.', reason: 'not_school_row' }],
      },
      'опись.csv': { kind: null, records: [], refused: [], skipped: [], note: 'таблица не узнана, не прочитана' },
    },
  });
  expect(stdout).toContain('Форма «ВПР», Заречная СОШ №1: 1 строка');
  expect(stdout).toMatch(/Строка 6, «Школа у реки»: проценты не складываются .* – запросите числа у школы/);
  expect(stdout).toContain('не школа – «Дальняя обл.»');
  expect(stdout).toMatch(/опись.csv: не внесено ничего. Таблица не узнана.* Можно внести: ВПР/);
});

test('a file that cannot be read is one line with its place, and nothing is written of the others either', () => {
  const { status, stdout, stderr, json } = imported('впр.csv', 'битый.csv');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^битый\.csv, строка 2, столбец «2»: кавычка не закрыта.*\n$/);
  expect(stdout).toBe('');
  expect(existsSync(json)).toBe(false);
});
