import fc from 'fast-check';
import type { Cell } from '../../src/model';
import {
  BLANK_MEMORY,
  isKeptTyped,
  memoriesByIdentity,
  memoryCell,
  ownerOfBefore,
  type RowMemory,
  readMemory,
  remembersTyped,
  renamed,
} from '../../src/workbook';

const word = fc.string({ unit: 'grapheme', maxLength: 8 });
const key = fc.string({ unit: fc.constantFrom(...'abcXYZ'), minLength: 1, maxLength: 5 });
const number = fc.oneof(fc.integer(), fc.constant(2.5));

const anyMemory: fc.Arbitrary<RowMemory> = fc.record({
  identity: word,
  control: word,
  percent: fc.array(key, { maxLength: 3 }),
  said: word,
  explained: fc.array(word, { maxLength: 3 }),
  asked: fc.boolean(),
  dates: fc.dictionary(fc.constantFrom('five', 'four'), fc.nat(), { maxKeys: 2, noNullPrototype: true }),
  formatted: fc.boolean(),
  before: fc.dictionary(key, number, { maxKeys: 4, noNullPrototype: true }),
  past: fc.dictionary(
    fc.constantFrom('2', '4'),
    fc.array(fc.dictionary(key, fc.oneof(word, number), { noNullPrototype: true })),
    {
      maxKeys: 2,
      noNullPrototype: true,
    },
  ),
  outside: fc.array(
    fc.record(
      {
        id: word,
        field: key,
        severity: fc.constantFrom('error', 'warning'),
        details: fc.dictionary(key, fc.oneof(word, number), { maxKeys: 3, noNullPrototype: true }),
      },
      { requiredKeys: ['id', 'severity', 'details'] },
    ),
    { maxLength: 2 },
  ),
  errors: fc.nat(3),
  open: fc.nat(3),
  checked: word,
});

test('a memory is read back as it was written', () => {
  fc.assert(
    fc.property(anyMemory, (memory) => {
      expect(readMemory(memoryCell(memory))).toEqual(memory);
    }),
    { numRuns: 200 },
  );
});

test('a row with nothing to remember but its name costs few characters', () => {
  expect(memoryCell({ ...BLANK_MEMORY, identity: '5-5|а', control: 'abc' })).toBe('{"i":"5-5|а","c":"abc"}');
});

test('the cells of which a memory has the digest are known again letter by letter, whatever else it holds', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'5А| "\\\n}й'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(anyMemory, typed, typed, (memory, kept, standing) => {
      fc.pre(isKeptTyped(kept));
      const cell = memoryCell(memory, kept);
      expect(readMemory(cell)).toEqual(memory);
      expect(remembersTyped(cell, standing)).toBe(standing === kept);
      expect(remembersTyped(memoryCell(memory), standing)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test.each(['с "кавычками"', 'с \\', 'в две\nстроки', 'слов'.repeat(30)])(
  'cells with %j are not kept in one text',
  (typed) => {
    expect(isKeptTyped(typed)).toBe(false);
  },
);

test.each<[string, Cell | undefined]>([
  ['no cell', undefined],
  ['a blank cell', ''],
  ['a number', 46],
  ['a tick', true],
  ['a date', new Date(2023, 4, 12)],
  ['words', 'спросить у завуча'],
  ['a remark', '⚠ Проверьте: старое.'],
  ['the mark of a retired form', 'retired:'],
  ['half of a memory', '{"i":"5-5|а","c":"ab'],
  ['JSON of something else', '{"state":"draft"}'],
  ['a name that is no word', '{"i":7}'],
  ['lists that are none', '{"i":"a","p":"five"}'],
  ['findings that are no list', '{"i":"a","o":{}}'],
])('%s is no memory', (_, cell) => {
  expect(readMemory(cell)).toBeNull();
});

test('memories are found by the name of their row, wherever they stand', () => {
  const [a, b] = [
    { ...BLANK_MEMORY, identity: 'a', control: '1' },
    { ...BLANK_MEMORY, identity: 'b', control: '2' },
  ];
  const found = memoriesByIdentity(['', memoryCell(b), undefined, 'чужое', memoryCell(a)]);
  expect(found).toEqual(
    new Map([
      ['a', a],
      ['b', b],
    ]),
  );
});

test('of rows that were copied with their memory nothing is remembered; of the others everything is', () => {
  const copied = memoryCell({ ...BLANK_MEMORY, identity: 'a', control: '1' });
  const other = { ...BLANK_MEMORY, identity: 'b' };
  expect([...memoriesByIdentity([copied, memoryCell(other), copied, copied])]).toEqual([['b', other]]);
});

test('what the district has put into a row, and whose numbers of the last period it holds, is read back, too', () => {
  const memory: RowMemory = {
    ...{ ...BLANK_MEMORY, identity: 'a', before: { five: 3 }, beforeOf: 'b' },
    district: { five: 3, subject: 'Химия' },
  };
  expect(readMemory(memoryCell(memory))).toEqual(memory);
  const { beforeOf: _, district: __, ...plain } = memory;
  expect(Object.keys(readMemory(memoryCell(plain))!)).not.toEqual(expect.arrayContaining(['beforeOf']));
  expect(Object.keys(readMemory(memoryCell(plain))!)).not.toEqual(expect.arrayContaining(['district']));
  expect(memoryCell({ ...BLANK_MEMORY, identity: 'a' })).toBe('{"i":"a"}');
});

test('a row that got another name keeps the last period’s numbers, whose they are, until it is named so again', () => {
  const memory: RowMemory = { ...BLANK_MEMORY, identity: '5А', before: { five: 3 } };
  const other = renamed(memory, '5Б');
  expect(other).toEqual({ ...memory, identity: '5Б', beforeOf: '5А' });
  expect([ownerOfBefore(memory), ownerOfBefore(other)]).toEqual(['5А', '5А']);
  expect(renamed(other, '5В')).toEqual({ ...memory, identity: '5В', beforeOf: '5А' });
  expect(renamed(other, '5А')).toEqual(memory);
  expect('beforeOf' in renamed(other, '5А')).toBe(false);
  // Without numbers there is nothing to keep.
  expect('beforeOf' in renamed({ ...BLANK_MEMORY, identity: '5А' }, '5Б')).toBe(false);
});
