import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { PanelAnswer, SetUpStep } from '../../src/model';
import { a1, accountOf, District } from './district';

const HASHES = 'sha256.txt';
type Files = Record<string, string>;

function archiveOf(district: District): Files {
  const { id } = district.runtime.run('saveArchive', [{}]) as { id: string };
  const file = district.runtime.files.find((each) => each.id === id)!;
  const unpacked = Object.entries(unzipSync(Uint8Array.from(file.bytes)));
  return Object.fromEntries(unpacked.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

interface Restored {
  readonly district: District;
  readonly title: string;
  readonly starts: number;
}

/** Into a new workbook at the same moment. */
function restored(files: Files, from: District, prepare: (district: District) => void = () => undefined): Restored {
  const district = new District({ schools: from.schools, at: new Date(from.runtime.now()).toISOString() });
  prepare(district);
  for (let starts = 1; ; starts += 1) {
    // As the panel «Первая настройка» does with an archive that was chosen in it.
    const answer = district.runtime.run('panelCall', ['set-up', 'restore', [files]]) as PanelAnswer<SetUpStep>;
    if ('refused' in answer) throw new Error(answer.refused);
    const { title, more } = answer.done;
    if (!more) return { district, title, starts };
  }
}
const refusal = (files: Files, prepare?: (district: District) => void): string => {
  try {
    restored(files, source, prepare);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was restored');
};

const MARKS = 'Сводные данные. Отметки';

/** The number of fives in the first row is corrected. */
function correct(district: District): void {
  const keys = district.keysOf(MARKS);
  const row = district.values(MARKS).findIndex((cells) => cells[0] === '2023-Q1') + 1;
  district.runtime.select(MARKS, a1(row, keys.indexOf('field:five') + 1));
  district.runtime.answers.push('3', 'опечатка в ведомости', 'NO');
  expect(district.click('correctClosedPeriod').title).toBe('Исправление записано');
}

/** A closed quarter that was corrected, and one that schools are filling. */
const source = District.ready({ period: '2023-Q1', at: '2023-03-25T10:00:00+09:00' });
source.fill('s1');
source.fill('s2', 1);
source.type('s1', 'D4', 'TRUE');
source.click('consolidateWorkbook');
source.runtime.run('closePeriod', ['2023-Q1']);
source.move('2023-06-25T10:00:00+09:00');
correct(source);
source.fill('s1');
source.fill('s2', 2);
source.enter('s1', 'marks', 2, 'five', 'x');
source.enter('s1', 'marks', 1, 'explanation', 'так и было');
source.type('s2', 'D4', 'TRUE');
const plan = source.rowOf('План программы', 'ПЛ-01');
source.runtime.edit('План программы', `P${plan}`, 'наше примечание');
source.sheet('План программы').sort(1, false);
source.click('consolidateWorkbook');
const files = archiveOf(source);

const TABS = source.runtime.book.sheets.map(({ name }) => name).filter((name) => name !== 'Журнал');

describe('a workbook restored from its archive', () => {
  const { district, title } = restored(files, source);
  district.click('consolidateWorkbook');

  test('says the same', () => {
    expect(title).toBe('Книга восстановлена');
    expect(district.results()).toEqual(source.results());
  });

  test('has the same tabs in their order', () => {
    expect(district.runtime.book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual(
      source.runtime.book.sheets.map(({ name, hidden }) => [name, hidden]),
    );
  });

  test.each(TABS)('«%s» holds the same cells', (tab) => {
    // The panel’s title tells the minute, the board’s how many quarters find room; a form’s captions and free rows are put anew, and what is told of the quarter before comes with the next handing in.
    const isPutAnew = ([role, ...row]: unknown[]) =>
      /\/end$|^results\//.test(String(role)) ||
      /^Панель: /.test(String(row[0])) ||
      row.some((cell) => /Квартал занимает ячеек/.test(String(cell))) ||
      (/\/caption$/.test(String(role)) && row[2] === 'Класс');
    const cells = (of: District) =>
      of
        .values(tab)
        .filter((row) => !isPutAnew(row) && row.slice(1).some((cell) => cell !== ''))
        .map((row) => row.slice(1).map(plain));
    expect(cells(district)).toEqual(cells(source));
  });

  test('keeps explanations, corrections and what was handed in', () => {
    expect(district.field('s1', 'marks', 1, 'explanation')).toBe('так и было');
    expect(String(district.values(MARKS))).toContain('опечатка в ведомости');
    const stated = district.results().statuses.filter(({ period }) => period === '2023-Q2');
    expect(stated.map(({ school, state }) => [school, state])).toEqual([
      ['s1', 'draft'],
      ['s2', 'submitted'],
    ]);
  });

  test('goes on: the quarter is filled, handed in and closed', () => {
    const later = district.copy();
    for (const { key } of source.schools) later.runtime.book.editors.add(accountOf(key));
    later.setUp();
    later.enter('s1', 'marks', 2, 'five', '3');
    later.type('s1', 'D4', 'TRUE');
    expect(later.click('consolidateWorkbook').message).toContain('собрано школ 2 из 2');
    expect(later.runtime.run('closePeriod', ['2023-Q2'])).toMatchObject({ title: expect.stringMatching(/закрыт$/) });
  });
});

const plain = (cell: unknown): unknown =>
  typeof cell === 'string' ? cell.replace(/"gid":"\d+"/, '').replace(/→ строка \d+/, '') : cell;

describe('an archive is refused', () => {
  const changed = (name: string, text: string | undefined): Files => {
    const { [name]: _, ...others } = files;
    return text === undefined ? others : { ...others, [name]: text };
  };

  test.each([
    [
      'a number of which was changed',
      changed('marks.csv', files['marks.csv']!.replace(',20,', ',21,')),
      /Архив изменён.*marks\.csv/,
    ],
    [
      'of which a file is missing',
      changed('workbook/periods.json', undefined),
      /Архив неполон.*workbook\/periods\.json/,
    ],
    ['to which a file was added', changed('lists.csv', 'a'), /Архив изменён.*lists\.csv/],
    ['without its list of hashes', changed(HASHES, undefined), /не архив надстройки/],
    ['whose list of hashes is no list', changed(HASHES, 'abc'), /не читается/],
  ])('%s', (_, tampered, words) => {
    expect(refusal(tampered)).toMatch(words);
    expect(refusal(tampered)).toMatch(/в ней ничего не изменено/);
  });

  test('in a workbook that holds anything', () => {
    const words = refusal(files, (district) => {
      district.sheet('Лист1').getRange('B2').setValue('моё');
    });
    expect(words).toMatch(/только в пустую книгу, а в этой заполнены вкладки: «Лист1»/);
  });
});

test('the list of hashes is one that other programs check, too', () => {
  const lines = files[HASHES]!.trim().split('\n');
  expect(lines).toHaveLength(Object.keys(files).length - 1);
  for (const line of lines) {
    const [hash, name] = line.split('  ');
    expect(createHash('sha256').update(files[name!]!, 'utf8').digest('hex')).toBe(hash);
  }
});

describe('restoring that stops', () => {
  const slowed = (district: District): void => {
    district.onCall = ({ phase }) => {
      if (phase === 'after') district.runtime.advance(1000);
    };
  };

  test('when Google is slow goes on with the same archive and comes to the same', () => {
    const { district, starts } = restored(files, source, slowed);
    expect(starts).toBeGreaterThan(1);
    district.onCall = undefined;
    district.move('2023-06-25T10:00:00+09:00');
    district.click('consolidateWorkbook');
    expect(district.results().results).toEqual(source.results().results);
  });

  test('keeps other commands and other archives away until it is done', () => {
    const district = new District({ schools: source.schools, at: '2023-06-25T10:00:00+09:00' });
    let calls = 0;
    district.onCall = () => {
      calls += 1;
      if (calls === 400) throw new Error('cut');
    };
    expect(() => district.runtime.run('restoreWorkbook', [files])).toThrow();
    district.onCall = undefined;
    expect(district.click('setUpWorkbook').message).toContain('восстанавливается из архива');
    const other: Files = { ...files };
    const about = other['archive.json']!.replace('2023', '2022');
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    other[HASHES] = other[HASHES]!.replace(hash(other['archive.json']!), hash(about));
    other['archive.json'] = about;
    expect(() => district.runtime.run('restoreWorkbook', [other])).toThrow(/из другого архива/);
    district.runtime.run('restoreWorkbook', [files]);
    district.click('consolidateWorkbook');
    expect(district.results().results).toEqual(source.results().results);
  });
});

test('the coordinator’s own command puts the archive into Drive and says where', () => {
  const district = source.copy();
  const { title, message } = district.click('exportWorkbook');
  expect(title).toBe('Архив сохранён');
  expect(message).toContain('Качество образования, архив 2023-06-25');
  expect(district.runtime.files.at(-1)).toMatchObject({ mimeType: 'application/zip' });
});
