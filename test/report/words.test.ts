import { programme } from '../../src/programme';
import { EGE_SUBJECTS, SUBJECTS } from '../../src/programme/forms/subjects';
import { SHARE_WORDS } from '../../src/report/words/indicators';
import { countsText, pupilsText, shareOfPupils, shareSentence, yearAgoText } from '../../src/report/words/shares';
import { bySubject } from '../../src/report/words/subjects';

const share = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: (100 * numerator) / denominator,
});
const plain = (text: string | null): string => (text ?? '').replace(/\u00a0/g, ' ');
const QUALITY = SHARE_WORDS['pupil-quality-rate']!;
const PASS = SHARE_WORDS['pupil-pass-rate']!;
const COVERAGE = SHARE_WORDS['additional-education-rate']!;

test.each([
  [1, 1, '1 из 1'],
  [1, 4, '1 из 4'],
  [3, 7, '3 из 7 (42,9 %, численность мала)'],
  [6, 20, '6 из 20 (30,0 %)'],
  [104, 300, '34,7 % (104 из 300)'],
])('%d of %d is told as «%s»', (k, n, words) => {
  expect(plain(countsText(share(k, n)))).toBe(words);
});

test.each([
  [0, 1, 'не успевает единственный обучающийся'],
  [1, 4, 'успевает 1 из 4 обучающихся'],
  [5, 7, 'успевают 5 из 7 обучающихся (71,4 %, численность мала)'],
  [11, 21, 'успевают 11 из 21 обучающегося (52,4 %)'],
  [21, 30, 'успевает 21 из 30 обучающихся (70,0 %)'],
  [274, 301, 'успевают 274 из 301 обучающегося (91,0 %)'],
  [100, 111, 'успевают 100 из 111 обучающихся (90,1 %)'],
])('%d of %d children who pass: «%s»', (k, n, words) => {
  expect(plain(shareOfPupils(PASS, share(k, n)))).toBe(words);
});

test('the rate agrees with its noun: успеваемость составила, качество составило, охват составил', () => {
  expect([PASS, QUALITY, COVERAGE].map((words) => plain(shareSentence(words, share(150, 300))))).toEqual([
    'успеваемость обучающихся составила 50,0 % (150 из 300)',
    'качество знаний составило 50,0 % (150 из 300)',
    'охват дополнительным образованием составил 50,0 % (150 из 300)',
  ]);
});

test('of few pupils the children are told, not the rate', () => {
  expect(plain(shareSentence(QUALITY, share(2, 7)))).toBe(
    'на «4» и «5» учатся 2 из 7 обучающихся (28,6 %, численность мала)',
  );
});

test('a plan stands in the same brackets as the percentage', () => {
  expect(plain(pupilsText(share(66, 301), ['план – не менее 30 %']))).toBe(
    '66 из 301 обучающегося (21,9 %; план – не менее 30 %)',
  );
  expect(plain(pupilsText(share(1, 3), ['план – 100 %']))).toBe('1 из 3 обучающихся (план – 100 %)');
});

describe('a year ago', () => {
  const now = share(66, 301);

  test('is only told beside fewer than ten, in children up to thirty', () => {
    expect(plain(yearAgoText(share(3, 8), { before: share(2, 9), verdict: 'рост' }))).toBe(
      'год назад – 2 из 9 (22,2 %)',
    );
    expect(plain(yearAgoText(share(6, 20), { before: share(4, 25), verdict: null }))).toBe(
      'год назад – 4 из 25 (16,0 %), на 2 обучающихся больше',
    );
    expect(plain(yearAgoText(share(4, 20), { before: share(4, 25), verdict: null }))).toContain('столько же');
  });

  test('is called growth only where the interval leaves 0 out', () => {
    expect(plain(yearAgoText(now, { before: share(54, 305), verdict: 'без устойчивых изменений' }))).toBe(
      'год назад – 54 из 305 (17,7 %); с учётом численности показатель существенно не изменился',
    );
    expect(plain(yearAgoText(now, { before: share(14, 305), verdict: 'рост' }))).toContain(
      'с учётом численности это рост',
    );
  });

  test('of an indicator without a target only the points are told', () => {
    expect(plain(yearAgoText(now, { before: share(54, 305), verdict: null }))).toBe(
      'год назад – 54 из 305 (17,7 %), на 4,2 п. п. больше',
    );
  });
});

test('every subject of the programme has its dative', () => {
  const without = [...SUBJECTS, ...EGE_SUBJECTS].filter((subject) => bySubject(subject).startsWith('предмету'));
  expect(without).toEqual([]);
  expect(bySubject('Геометрия')).toBe('геометрии');
  expect(bySubject('Робототехника')).toBe('предмету «Робототехника»');
});

test('words are given to indicators of the programme', () => {
  const known = new Set(programme.indicators.map(({ key }) => key));
  expect(Object.keys(SHARE_WORDS).filter((key) => !known.has(key))).toEqual([]);
});
