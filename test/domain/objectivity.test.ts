import { type Beside, questionsOf } from '../../src/domain';
import type { SchoolWork, WorkMarks } from '../../src/model';

const BOUNDS = { participants: 10, excess: 15, chance: 0.05, shift: 30, examGap: 25, jump: 15 };
const work = (more: Partial<SchoolWork>): SchoolWork => ({
  ...{ school: 's1', period: '2023-Q2', subject: 'Математика', grade: '5' },
  ...{ participants: 30, good: 15, two: 3 },
  ...more,
});
const marks = (participants: number, good: number, two = 0): WorkMarks => ({
  ...{ subject: 'Математика', grade: '5' },
  ...{ participants, good, two },
});
const NOTHING: Beside = { region: null, exam: null, before: null };
const signs = (more: Partial<SchoolWork>, beside: Partial<Beside> = {}) =>
  questionsOf(work(more), { ...NOTHING, ...beside }, BOUNDS).map(({ sign }) => sign);

const REGION = marks(10_000, 4500, 1500);

test('Н1: a share of «4» and «5» whose lowest likely value is 15 points above the region', () => {
  expect(signs({ good: 27 }, { region: REGION })).toEqual(['Н1']);
  expect(signs({ good: 21 }, { region: REGION })).toEqual([]);
  expect(signs({ good: 27 })).toEqual([]);
});

test('Н2: no «2» where at least three could be expected and chance seldom leaves them out', () => {
  const [found] = questionsOf(work({ two: 0 }), { ...NOTHING, region: REGION }, BOUNDS);
  expect(found).toMatchObject({ sign: 'Н2', own: { k: 0, n: 30 }, other: { k: 1500, n: 10_000 } });
  expect(found!.chance).toBeCloseTo(0.85 ** 30, 12);
  expect(signs({ two: 1 }, { region: REGION })).toEqual([]);
  expect(signs({ two: 0, participants: 19, good: 9 }, { region: REGION })).toEqual([]);
  expect(signs({ two: 0 }, { region: marks(10_000, 4500, 300) })).toEqual([]);
});

test('Н4: three in ten marks below or above those of the journal', () => {
  const compared = { lowered: 9, raised: 3, compared: 30 };
  expect(questionsOf(work(compared), NOTHING, BOUNDS)).toEqual([
    { sign: 'Н4', school: 's1', subject: 'Математика', grade: '5', way: 'lowered', own: { k: 9, n: 30 } },
  ]);
  expect(signs({ ...compared, lowered: 8 })).toEqual([]);
  expect(signs({ lowered: 0, raised: 12, compared: 30 })).toEqual(['Н4']);
  expect(signs({ lowered: 9 })).toEqual([]);
});

test('Н5: ВПР more than 25 points above the exam a year later', () => {
  expect(signs({ good: 24 }, { exam: marks(28, 14) })).toEqual(['Н5']);
  expect(signs({ good: 24 }, { exam: marks(20, 11) })).toEqual([]);
  expect(signs({ good: 24 }, { exam: marks(9, 1) })).toEqual([]);
});

test('Н6: the same children change by more than 15 points, whatever chance adds, up or down', () => {
  expect(signs({ good: 27 }, { before: marks(30, 6) })).toEqual(['Н6']);
  expect(signs({ good: 3 }, { before: marks(30, 24) })).toEqual(['Н6']);
  expect(signs({ good: 18 }, { before: marks(30, 12) })).toEqual([]);
  expect(signs({ good: 12 }, { before: marks(30, 18) })).toEqual([]);
});

test('of fewer than ten nothing is asked', () => {
  expect(
    signs(
      { participants: 9, good: 9, two: 0, lowered: 9, raised: 0, compared: 9 },
      { region: REGION, exam: marks(30, 3), before: marks(30, 3) },
    ),
  ).toEqual([]);
});

test('of exactly ten it is asked; the region’s and the exam’s results must be of ten, too', () => {
  const ten = { participants: 10, good: 10, two: 3 };
  expect(signs(ten, { region: marks(10, 1) })).toEqual(['Н1']);
  expect(signs(ten, { region: marks(9, 1) })).toEqual([]);
  expect(signs(ten, { exam: marks(10, 1) })).toEqual(['Н5']);
  expect(signs({ lowered: 9, raised: 0, compared: 10 })).toEqual(['Н4']);
  expect(signs({ lowered: 9, raised: 0, compared: 9 })).toEqual([]);
});

test('what a question compares is told with its numbers', () => {
  const found = (more: Partial<SchoolWork>, beside: Partial<Beside>) =>
    questionsOf(work(more), { ...NOTHING, ...beside }, BOUNDS)[0];
  expect(found({ good: 27 }, { region: REGION })).toMatchObject({
    ...{ own: { k: 27, n: 30 }, other: { k: 4500, n: 10_000 } },
  });
  expect(found({ good: 24 }, { exam: marks(28, 14) })).toMatchObject({
    own: { k: 24, n: 30 },
    other: { k: 14, n: 28 },
  });
  const jump = found({ good: 27 }, { before: marks(30, 6) })!;
  expect(jump).toMatchObject({ own: { k: 27, n: 30 }, other: { k: 6, n: 30 } });
  expect([jump.low! > 40 && jump.low! < 70, jump.high! > 70 && jump.high! < 100]).toEqual([true, true]);
});

test('three «2» to be expected are enough to ask where they are, unless chance often leaves them out', () => {
  expect(signs({ two: 0, participants: 20, good: 9 }, { region: REGION })).toEqual(['Н2']);
  const strict = { ...BOUNDS, chance: 0.001 };
  expect(questionsOf(work({ two: 0, participants: 20, good: 9 }), { ...NOTHING, region: REGION }, strict)).toEqual([]);
});
