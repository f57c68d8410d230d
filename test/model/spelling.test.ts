import fc from 'fast-check';
import { canonicalText, foldedText, spacedText } from '../../src/model';
import { respelt } from '../respelt';

const same = (...texts: readonly string[]): void => {
  expect(new Set(texts.map(canonicalText)).size).toBe(1);
};

test('case, ё, kinds of spaces and kinds of dashes do not tell words apart', () => {
  same('Учёт – Ёлка', ' учет —  ёЛКА', 'УЧЁТ-ЁЛКА', 'Учёт\u00a0‑\u2009Ёлка', 'Учёт −\nЁлка');
});

test('a space before or after a name is no part of it', () => {
  for (const spelling of [spacedText, foldedText, canonicalText])
    for (const text of [' Учёт', 'Учёт ', '  Учёт ', ' 5 А', '5 А '])
      expect(spelling(text)).toBe(spelling(text.trim()));
});

test('letters typed in two parts are the letters: «й» of «и» and a breve, «ё» of «е» and two points', () => {
  same('Русский язык', 'Русский язык'.normalize('NFD'));
  same('Учёт', 'Учёт'.normalize('NFD'), 'Учет');
  expect(canonicalText('мой')).not.toBe(canonicalText('мои'));
});

test('what is not drawn is not there: soft hyphens, zero-width and bidi characters, stress marks', () => {
  same(
    'Русский',
    'Рус\u00adский',
    'Рус\u200bский',
    '\u202bРусский\u202c',
    '\ufeffРусский',
    'Ру\u0301сский',
    'Русский\u2060',
  );
  same('Мой', 'Мои\u00ad\u0306', 'Мои\u0301\u0306');
});

test('letters that look the same are the same, also in a word that is Latin throughout', () => {
  same('Математика', 'Mатематикa', 'MATEMATИКА');
  same('МХК', 'MXK', 'ＭＸＫ', 'ΜΧΚ');
  same('УТРО', 'YTPO', 'УTPО');
  expect(canonicalText('English')).not.toBe(canonicalText('Deutsch'));
});

test('a 0 or a 3 among letters is the letter it looks like, a number stays a number', () => {
  same('ОБЖ', '0БЖ', 'OБЖ');
  same('Здоровье', '3доровье');
  expect(canonicalText('Работа 3')).not.toBe(canonicalText('Работа З'));
  expect(canonicalText('10')).not.toBe(canonicalText('1О'));
  expect(canonicalText('1.2.1')).not.toBe(canonicalText('12.1'));
  expect(canonicalText('1 2')).not.toBe(canonicalText('12'));
});

test('quotes, points of abbreviations and a colon at the end tell nothing apart', () => {
  same('Русс яз', 'Русс. яз.', 'русс.яз', '«Русс яз»', '"Русс. яз."', 'Русс яз:');
  same('ОБЖ', 'О.Б.Ж.', 'О. Б. Ж.');
});

test('words stay apart where they are looked at one by one', () => {
  expect(spacedText(' ИТОГО:\u00a0 5–9  классы.')).toBe('итого: 5-9 классы');
  expect(foldedText('3 «А»')).toBe('3а');
});

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
const words = fc.string({
  unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя  -'),
  minLength: 1,
  maxLength: 30,
});

test('a spelling is its own spelling', () => {
  fc.assert(
    fc.property(text, (typed) => {
      expect(canonicalText(canonicalText(typed))).toBe(canonicalText(typed));
    }),
  );
});

test('however a word is spelt, it is the same word', () => {
  fc.assert(
    fc.property(
      words.chain((word) => fc.tuple(fc.constant(word), respelt(word))),
      ([word, spelt]) => {
        expect(canonicalText(spelt)).toBe(canonicalText(word));
      },
    ),
  );
});
