import { otherAddOn } from '../../src/local/other-add-on';
import { District, differences, linesOf, schoolsOf } from './district';
import { programme as grown } from './growing/in-between';
import { programme as last } from './growing/turned-over';

const dist = otherAddOn({ programme: 'test/appsscript/growing/in-between.ts' });
/** What making a tab may cost (design.md 8). */
const MOST_CALLS = 25;
const TAB = 'Школа №1';

/** A workbook in use whose programme has grown in the middle of the quarter. */
const grownBook = (schools = 2): District => {
  const made = District.ready({ schools: schoolsOf(schools) });
  for (const { key } of made.schools) {
    made.fill(key);
    made.enter(key, 'marks', 1, 'explanation', 'пояснение');
    made.type(key, 'D4', true);
  }
  const district = made.copy({ dist });
  district.click('consolidateWorkbook');
  district.move('2023-07-12T10:00:00+09:00');
  return district;
};

const evolved = grownBook();

const formsOf = (district: District): string[] =>
  district.values(TAB).flatMap(([role]) => /^([\w-]+)\/title$/.exec(String(role))?.[1] ?? []);
const linesIn = (district: District): string[] =>
  district.values(TAB).flatMap(([role]) => /^head\/form\/([\w-]+)$/.exec(String(role))?.[1] ?? []);
const keysOf = (district: District, form: string): string[] =>
  (district.values(TAB)[district.rowOf(TAB, `${form}/keys`) - 1] ?? []).slice(3).map(String).filter(Boolean);

const inOrder = grown.forms.map(({ key }) => key);
const fields = Object.keys(grown.forms.find(({ key }) => key === 'pupils')!.fields);

/** Each form's keys, titles, notes, rules and formats, column by column: what a tab of its programme looks like. */
function looks(district: District): string[] {
  const { cells } = district.state(TAB);
  return inOrder.flatMap((form) => {
    const keys = district.rowOf(TAB, `${form}/keys`);
    const row = cells[keys + 2] ?? [];
    return (cells[keys - 1] ?? []).flatMap((key, column) => {
      const header = cells[keys]?.[column];
      const { format = 'General', validation } = row[column] ?? {};
      const rule = validation && JSON.stringify(validation);
      return key?.value && column > 2
        ? [`${form} ${column} ${key.value}: ${header?.value} ${header?.note} ${format} ${rule}`]
        : [];
    });
  });
}

test('within the quarter a new form stands below all others, a new field right of the explanation', () => {
  expect(formsOf(evolved)).toEqual([...inOrder.filter((key) => key !== 'library'), 'library']);
  expect(keysOf(evolved, 'pupils').slice(-2)).toEqual(['explanation', 'oneFour']);
});

describe('when the tab turns to the next quarter', () => {
  const after = evolved.copy({ dist });
  after.runtime.run('closePeriod', ['2023-Q2']);

  test('forms, their lines in the head and fields stand where the programme has them', () => {
    expect(formsOf(after)).toEqual(inOrder);
    // What the new quarter does not ask for comes last.
    expect(linesIn(after)).toEqual(['classes', 'library', 'context', 'marks', 'pupils']);
    expect(keysOf(after, 'pupils').slice(0, fields.length)).toEqual(fields);
  });

  test('it looks as one that was made under the grown programme', () => {
    const fresh = District.ready({ schools: schoolsOf(2), dist });
    expect(looks(after)).toEqual(looks(fresh));
  });

  test('classes and subjects are carried over, the numbers of the quarter are frozen and emptied', () => {
    expect(after.field('s1', 'marks', 1, 'subject')).toBe('Математика');
    expect(after.field('s1', 'marks', 1, 'five')).toBe('');
    expect(after.field('s1', 'pupils', 2, 'grade')).toBe('9');
    expect(after.figures().filter(({ period }) => period === '2023-Q2')).toEqual(evolved.figures());
    expect(after.values('Сводные данные. Отметки').flat()).toContain('пояснение');
  });

  test('the next quarter is typed in and handed in as ever', () => {
    const district = after.copy({ dist });
    district.enter('s1', 'context', 1, 'registered', 'x');
    expect(district.remark('s1', 'context', 1)).toContain('Ошибка');
    expect(district.click('consolidateWorkbook').message).toContain('собрано школ 2 из 2');
  });

  test('it costs no more than making a tab, and nothing at the turn after', () => {
    const costs = [2, 4].map((schools) => {
      const { runtime } = schools === 2 ? evolved.copy({ dist }) : grownBook(4);
      return ['2023-Q2', '2023-Q3'].map((period) => {
        runtime.calls.reset();
        runtime.run('closePeriod', [period]);
        return runtime.calls.service;
      });
    });
    const [once, later] = [0, 1].map((turn) => (costs[1]![turn]! - costs[0]![turn]!) / 2);
    expect(once).toBeLessThanOrEqual(MOST_CALLS);
    expect(later).toBeLessThanOrEqual(8);
  });
});

describe('«Создать или починить вкладки»', () => {
  const mended = evolved.copy({ dist });
  const said = mended.click('setUpWorkbook').message;

  test('puts forms and fields in order and says so', () => {
    expect(formsOf(mended)).toEqual(inOrder);
    expect(linesIn(mended)).toEqual(inOrder);
    expect(keysOf(mended, 'pupils').slice(0, fields.length)).toEqual(fields);
    expect(said).toContain('Школа №1: формы и графы поставлены в порядке программы, всё введённое на месте.');
  });

  test('keeps what was typed, explained and handed in; the next consolidation finds the same', () => {
    const district = mended.copy({ dist });
    expect(district.value(TAB, 'D4')).toBe(true);
    expect(district.field('s1', 'marks', 1, 'explanation')).toBe('пояснение');
    const before = evolved.figures();
    expect(district.click('consolidateWorkbook').message).toContain('собрано школ 2 из 2');
    expect(district.figures()).toEqual(before);
    expect(district.value(TAB, 'G4')).toEqual(evolved.value(TAB, 'G4'));
  });

  test('run again changes nothing', () => {
    const again = mended.copy({ dist });
    const before = linesOf(again.runtime.book);
    again.click('setUpWorkbook');
    expect(differences(before, linesOf(again.runtime.book))).toEqual([]);
  });

  test('a run that is cut among its moves is gone on with by the next', () => {
    for (const at of [1, 2, 3, 4]) {
      const district = evolved.copy({ dist });
      let moves = 0;
      district.onCall = ({ method, phase }) => {
        if (/moveTo|moveRows/.test(method) && phase === 'before' && ++moves === at) throw new Error('cut');
      };
      expect(() => district.click('setUpWorkbook')).toThrow('cut');
      district.onCall = undefined;
      district.click('setUpWorkbook');
      expect([at, formsOf(district), linesIn(district)]).toEqual([at, inOrder, inOrder]);
      expect(looks(district)).toEqual(looks(mended));
      expect(district.field('s1', 'marks', 1, 'explanation')).toBe('пояснение');
    }
  });
});

describe('a tab on which next to nothing stands in its place', () => {
  const large = otherAddOn({ programme: 'src/local/bench/programme.ts' });
  const turnedOver = otherAddOn({ programme: 'test/appsscript/growing/turned-over.ts' });
  const district = District.ready({ schools: schoolsOf(2), dist: large }).copy({ dist: turnedOver });
  district.move('2023-07-12T10:00:00+09:00');
  const before = formsOf(district);

  test('is turned all the same, and the closing says what will put it in order', () => {
    const { title, lines } = district.runtime.run('closePeriod', ['2023-Q2']) as { title: string; lines: string[] };
    expect(title).toBe('II квартал 2023 г. закрыт');
    const words = lines.join('\n').replaceAll('\u00a0', ' ');
    expect(words).toContain('Школа №1: новые формы и графы стоят не по порядку программы');
    expect(formsOf(district)).toEqual(before);
  });

  test('is put in order by «Создать или починить вкладки»', () => {
    expect(district.click('setUpWorkbook').message).toContain('поставлены в порядке программы');
    expect(formsOf(district)).toEqual(last.forms.map(({ key }) => key));
  });
});
