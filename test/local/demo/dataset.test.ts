import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatasetError, readDataset } from '../../../src/local/demo/dataset';
import { pasteOver } from '../../../src/local/demo/fill-register';
import { count, defineForm, text } from '../../../src/model';
import { groups } from '../../../src/programme/groups';
import { plan } from '../../../src/programme/registers/plan';

const marks = defineForm({
  key: 'marks',
  title: 'Отметки',
  help: '',
  fields: { grade: text('Класс', ''), subject: text('Предмет', ''), five: count('«5»', ''), two: count('«2»', '') },
  identity: ['grade', 'subject'],
  due: [{ quarters: [1, 2, 4] }],
});
const staff = defineForm({
  key: 'staff',
  title: 'Кадры',
  help: '',
  fields: { people: count('Всего', '') },
  identity: [],
  due: [{ quarters: [3] }],
});
const forms = [marks, staff];

const SCHOOLS = 'key,name,type,group,partner\ngp,Первая,СОШ,ведущая,\nms,Вторая,ООШ,участник,gp\n';
const MARKS = 'period,school,grade,subject,five,two\n2022-Q4,gp,5,Химия,3,0\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dataset-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(files: Record<string, string | Uint8Array>): void {
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
}

const read = (files: Record<string, string | Uint8Array>) => {
  put(files);
  return readDataset(folder, { forms, registers: [], groups });
};

function complaint(files: Record<string, string | Uint8Array>, at = folder): string {
  put(files);
  try {
    readDataset(at, { forms, registers: [], groups });
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    expect(error.message).not.toMatch(/[\r\n]/);
    return error.message;
  }
  throw new Error('read without complaint');
}

describe('reading a folder', () => {
  test('a group that is none of the district’s is noted with the word that was probably meant, and read', () => {
    const { notes, schools } = read({
      'schools.csv': 'key,name,type,group\na,Первая,СОШ,ведущий\nb,Вторая,СОШ,Участник\n',
      'marks.csv': MARKS.replace(',gp,', ',a,'),
    });
    expect(notes).toEqual([
      expect.stringContaining('строка 2, столбец «group»: группы «ведущий» в районе нет – возможно, «ведущая»'),
    ]);
    expect(schools.map(({ group }) => group)).toEqual(['ведущий', 'участник']);
  });

  test('a name of an emoji joined of two is read', () => {
    const { schools } = read({
      'schools.csv': 'key,name\na,Школа 👩\u200d🏫\n',
      'marks.csv': MARKS.replace(',gp,', ',a,'),
    });
    expect(schools[0]!.name).toContain('Школа 👩');
  });

  test('schools and rows come as typed, rows numbered by file', () => {
    const rows = '2022-Q4,gp,5,Химия,3,0\r\n2023-Q1,ms, 5 ,"Химия, ч. 1","12,5",нет\r\n';
    const data = read({ 'schools.csv': SCHOOLS, 'marks.csv': `\uFEFFperiod,school,grade,subject,five,two\r\n${rows}` });
    expect(data.schools).toEqual([
      { key: 'gp', name: 'Первая', type: 'СОШ', group: 'ведущая', partner: '' },
      { key: 'ms', name: 'Вторая', type: 'ООШ', group: 'участник', partner: 'gp' },
    ]);
    expect(data.rows).toEqual([
      {
        period: '2022-Q4',
        school: 'gp',
        form: 'marks',
        row: 1,
        cells: { grade: '5', subject: 'Химия', five: '3', two: '0' },
      },
      {
        period: '2023-Q1',
        school: 'ms',
        form: 'marks',
        row: 2,
        cells: { grade: ' 5 ', subject: 'Химия, ч. 1', five: '12,5', two: 'нет' },
      },
    ]);
    expect(data).toMatchObject({ periods: ['2022-Q4', '2023-Q1'], notes: [], training: false });
  });

  test('quarters without rows between the first and the last are there', () => {
    const staffRows = 'period,school,people\n2023-Q3,gp,10\n';
    const data = read({ 'schools.csv': SCHOOLS, 'marks.csv': MARKS, 'staff.csv': staffRows });
    expect(data.periods).toEqual(['2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3']);
    expect(data.rows.map(({ form, row }) => [form, row])).toEqual([
      ['marks', 1],
      ['staff', 1],
    ]);
  });

  test('a missing column is blank in every row, and columns come in any order', () => {
    const data = read({
      'schools.csv': 'name,key\nПервая,gp\n',
      'marks.csv': 'five,school,period\n3,gp,2022-Q4\n',
    });
    expect(data.schools).toEqual([{ key: 'gp', name: 'Первая', type: '', group: '', partner: '' }]);
    expect(data.rows[0]!.cells).toEqual({ grade: '', subject: '', five: '3', two: '' });
  });

  test('a form the programme does not have is not read and is named', () => {
    const data = read({ 'schools.csv': SCHOOLS, 'marks.csv': MARKS, 'vpr.csv': '"broken', 'README.md': '# text' });
    expect(data.notes).toEqual(['vpr.csv: формы или реестра «vpr» в программе пока нет — файл не прочитан.']);
  });
});

describe('the file of a register', () => {
  const readWith = (lines: string) => {
    put({ 'schools.csv': SCHOOLS, 'marks.csv': MARKS, 'plan.csv': lines });
    return readDataset(folder, { forms, registers: [plan], groups });
  };

  test('comes as typed, columns it does not have are blank', () => {
    const { registers, notes } = readWith('number,status,doneOn\n1.1.4,выполнено,05.04.2020\n');
    expect(registers.plan).toEqual([
      expect.objectContaining({ number: '1.1.4', status: 'выполнено', doneOn: '05.04.2020', document: '' }),
    ]);
    expect(notes).toEqual([]);
  });

  test('a column that is no field is named', () => {
    expect(() => readWith('number,statuss\n1.1.4,выполнено\n')).toThrow(/plan\.csv, строка 1, столбец «statuss»/);
  });

  test('a line goes over the row of the order that it names, others go below', () => {
    const { cells, row } = pasteOver(
      plan,
      [plan],
      [
        [''],
        ['register/plan|id', 'number', '', 'title', 'status', 'part'],
        ['', '№', 'моё', 'Мероприятие', 'Статус', ''],
        ['ПЛ-26', '3.1', 'звонок', 'Решение', 'не начато', 'дорожная карта'],
        ['ПЛ-36', 'Мера 3.1', '', 'Курсы', 'не начато', 'меры'],
      ],
      [
        { number: 'мера 3.1', status: 'в работе' },
        { number: '1.3', title: 'Своё' },
      ],
    );
    expect(row).toBe(4);
    expect(cells).toEqual([
      ['ПЛ-26', '3.1', 'звонок', 'Решение', 'не начато', 'дорожная карта'],
      ['ПЛ-36', 'мера 3.1', '', 'Курсы', 'в работе', 'меры'],
      ['', '1.3', '', 'Своё', '', ''],
    ]);
  });

  test('a blank row among those that stand stays: nothing moves and no row stands twice', () => {
    const head = [
      [''],
      ['register/plan|id', 'number', 'title', 'status', 'part'],
      ['', '№', 'Мероприятие', 'Статус', ''],
    ];
    const shown = [...head, ['', '', '', '', ''], ['ПЛ-26', '3.1', 'Решение', 'не начато', 'дорожная карта']];
    const { cells, row } = pasteOver(plan, [plan], shown, [{ number: '3.1', status: 'в работе' }]);
    expect(row).toBe(4);
    expect(cells).toEqual([
      ['', '', '', '', ''],
      ['ПЛ-26', '3.1', 'Решение', 'в работе', 'дорожная карта'],
    ]);
  });
});

test('blank lines and blank columns at the right, as spreadsheets leave them, are ignored', () => {
  const plain = read({ 'schools.csv': SCHOOLS, 'marks.csv': MARKS });
  const lines = MARKS.trimEnd().split('\n');
  const spread = [`${lines[0]},,`, ',,', ...lines.slice(1).map((line) => `${line}, ,`), ',,,', ''].join('\n');
  expect(read({ 'schools.csv': SCHOOLS, 'marks.csv': spread })).toEqual(plain);
});

describe('every unreadable input names file, row and column', () => {
  const inSchools = (schools: string) => ({ 'schools.csv': schools, 'marks.csv': MARKS });
  const inMarks = (text: string | Uint8Array) => ({ 'schools.csv': SCHOOLS, 'marks.csv': text });
  const MARKS_HEADER = 'period,school,grade,subject,five,two\n';

  test.each<[string, Record<string, string | Uint8Array>, string]>([
    ['no school', inSchools('key,name\n'), 'schools.csv, строка 2, столбец «key»: нет ни одной школы'],
    ['an empty file', inSchools(''), 'schools.csv: пустой файл — удалите его или добавьте заголовок'],
    ['no name column', inSchools('key\ngp\n'), 'schools.csv, строка 1, столбец «name»: столбца нет'],
    [
      'a repeated school',
      inSchools(`${SCHOOLS}gp,Третья,СОШ,,\n`),
      'schools.csv, строка 4, столбец «key»: ключ «gp» уже занят',
    ],
    [
      'a Russian key',
      inSchools('key,name\nшк1,Первая\n'),
      'schools.csv, строка 2, столбец «key»: ключ «шк1» не годится',
    ],
    [
      'names that give one tab',
      inSchools('key,name\na,Школа: 1\nb,"ШКОЛА/ 1"\n'),
      'schools.csv, строка 3, столбец «name»: школа с названием «Школа: 1» уже есть',
    ],
    [
      'the name of a service tab',
      inSchools('key,name\na,журнал\n'),
      'schools.csv, строка 2, столбец «name»: так называется служебная вкладка «Журнал»',
    ],
    ['a blank key', inSchools('key,name\n,Первая\n'), 'schools.csv, строка 2, столбец «key»: нет ключа'],
    ['a blank name', inSchools('key,name\ngp, \n'), 'schools.csv, строка 2, столбец «name»: нет названия'],
    [
      'an unknown partner',
      inSchools('key,name,partner\ngp,А,zz\n'),
      'schools.csv, строка 2, столбец «partner»: школы «zz» нет',
    ],
    [
      'an open quote',
      inMarks(`${MARKS_HEADER}2022-Q4,gp,5,"Химия,3,0\n`),
      'marks.csv, строка 2, столбец «subject»: кавычка не закрыта',
    ],
    [
      'another encoding',
      inMarks(
        Buffer.concat([Buffer.from(`${MARKS_HEADER}2022-Q4,gp,5,`), Buffer.from([0xd5, 0xe8]), Buffer.from(',3,0\n')]),
      ),
      'marks.csv, строка 2, столбец «subject»: текст не в кодировке UTF-8',
    ],
    [
      'a short row',
      inMarks(`${MARKS}2022-Q4,ms,5,Химия,3\n`),
      'marks.csv, строка 3, столбец «two»: в строке 5 ячеек, а в заголовке 6 столбцов',
    ],
    [
      'a long row',
      inMarks(`${MARKS_HEADER}2022-Q4,ms,5,Химия,12,5,0\n`),
      'marks.csv, строка 2, столбец «7»: в строке 7 ячеек',
    ],
    [
      'an unknown column',
      inMarks('period,school,grade,fives\n'),
      'marks.csv, строка 1, столбец «fives»: такого столбца нет',
    ],
    ['a nameless column', inMarks('period,school,,five\n'), 'marks.csv, строка 1, столбец «3»: такого столбца нет'],
    [
      'a repeated column',
      inMarks('period,school,five,five\n'),
      'marks.csv, строка 1, столбец «five»: столбец повторяется',
    ],
    ['no period column', inMarks('school,five\ngp,1\n'), 'marks.csv, строка 1, столбец «period»: столбца нет'],
    ['no school column', inMarks('period,five\n2022-Q4,1\n'), 'marks.csv, строка 1, столбец «school»: столбца нет'],
    [
      'a fifth quarter',
      inMarks('period,school\n2022-Q5,gp\n'),
      'marks.csv, строка 2, столбец «period»: период «2022-Q5» не читается',
    ],
    [
      'a misprinted century',
      inMarks('period,school\n2202-Q4,gp\n'),
      'marks.csv, строка 2, столбец «period»: период «2202-Q4»',
    ],
    [
      'an unknown school',
      inMarks(`${MARKS}2022-Q4,"g\nq",5,Химия,3,0\n2022-Q4,gq,5,Химия,3,0\n`),
      'marks.csv, строка 3, столбец «school»: школы «g q» нет в schools.csv — исправьте ключ или добавьте школу.',
    ],
  ])('%s', (_what, files, message) => {
    expect(complaint(files)).toContain(message);
  });

  test('a long wrong word is cut short', () => {
    expect(complaint(inMarks(`period,school\n2022-Q4,${'x'.repeat(5000)}\n`)).length).toBeLessThan(200);
  });
});

describe('a folder without data', () => {
  test('no folder', () => {
    const nowhere = join(folder, 'nowhere');
    expect(complaint({}, nowhere)).toBe(
      `${nowhere}: такой папки нет — укажите папку, где лежат schools.csv и файлы форм.`,
    );
  });

  test('a file in place of a folder', () => {
    expect(complaint({ 'marks.csv': MARKS }, join(folder, 'marks.csv'))).toContain('такой папки нет');
  });

  test('no register of schools', () => {
    expect(complaint({ 'marks.csv': MARKS })).toContain('schools.csv: файла нет');
  });

  test('a file that does not open', () => {
    mkdirSync(join(folder, 'marks.csv'));
    expect(complaint({ 'schools.csv': SCHOOLS })).toContain('marks.csv: файл не открывается (EISDIR)');
  });

  test('no row of any form: nothing to consolidate', () => {
    const files = { 'schools.csv': SCHOOLS, 'marks.csv': 'period,school\n', 'vpr.csv': 'period,school\n2022-Q4,gp\n' };
    expect(complaint(files)).toContain('сводить нечего — заполните хотя бы один файл: marks.csv, staff.csv');
  });
});
