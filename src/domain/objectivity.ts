import type { Counts, ObjectivityQuestion, ObjectivitySign, SchoolWork, WorkMarks } from '../model';
import { newcombe, wilson } from './statistics';

/** From where on something is a sign; shares and points in percent, the chance from 0 to 1. */
export interface ObjectivityBounds {
  readonly participants: number;
  readonly excess: number;
  readonly chance: number;
  readonly shift: number;
  readonly examGap: number;
  readonly jump: number;
}

/** What a school's works are held against. */
export interface Beside {
  /** The region's results of the same work; null where nobody has given them. */
  readonly region: WorkMarks | null;
  /** The same school's exam in the subject a year later. */
  readonly exam: WorkMarks | null;
  /** The same children a year before, a class lower. */
  readonly before: WorkMarks | null;
}

/** It needs so many expected «2» that their absence is one. */
const EXPECTED = 3;

/** The questions that one work of a school raises; none where fewer took part than the bound. */
export function questionsOf(work: SchoolWork, beside: Beside, bounds: ObjectivityBounds): ObjectivityQuestion[] {
  if (work.participants < Math.max(1, bounds.participants)) return [];
  const { school, subject, grade } = work;
  const large = (other: WorkMarks | null): WorkMarks | null =>
    other && other.participants >= Math.max(1, bounds.participants) ? other : null;
  const asked = (
    sign: ObjectivitySign,
    found: Omit<ObjectivityQuestion, 'sign' | keyof Work>,
  ): ObjectivityQuestion => ({
    ...{ sign, school, subject, grade },
    ...found,
  });
  return [
    ...aboveRegion(work, large(beside.region), bounds).map((found) => asked('Н1', found)),
    ...withoutTwos(work, large(beside.region), bounds).map((found) => asked('Н2', found)),
    ...unlikeJournal(work, bounds).map((found) => asked('Н4', found)),
    ...unlikeExam(work, large(beside.exam), bounds).map((found) => asked('Н5', found)),
    ...jumped(work, large(beside.before), bounds).map((found) => asked('Н6', found)),
  ];
}

type Work = Pick<SchoolWork, 'school' | 'subject' | 'grade'>;
type Found = Pick<ObjectivityQuestion, 'own' | 'other' | 'chance' | 'way' | 'low' | 'high'>;

const good = ({ good: k, participants: n }: WorkMarks): Counts => ({ k, n });
const percent = ({ k, n }: Counts): number => (100 * k) / n;

function aboveRegion(work: WorkMarks, region: WorkMarks | null, { excess }: ObjectivityBounds): Found[] {
  if (!region) return [];
  const [own, other] = [good(work), good(region)];
  return 100 * wilson(own.k, own.n).low > percent(other) + excess ? [{ own, other }] : [];
}

function withoutTwos(work: WorkMarks, region: WorkMarks | null, bounds: ObjectivityBounds): Found[] {
  if (!region || work.two > 0) return [];
  const other = { k: region.two, n: region.participants };
  const usual = other.k / other.n;
  const chance = (1 - usual) ** work.participants;
  const isRare = work.participants * usual >= EXPECTED && chance < bounds.chance;
  return isRare ? [{ own: { k: 0, n: work.participants }, other, chance }] : [];
}

function unlikeJournal({ lowered, raised, compared }: SchoolWork, { participants, shift }: ObjectivityBounds): Found[] {
  if (compared === undefined || compared < Math.max(1, participants)) return [];
  const ways = [
    ['lowered', lowered ?? 0],
    ['raised', raised ?? 0],
  ] as const;
  return ways.flatMap(([way, k]) => (percent({ k, n: compared }) >= shift ? [{ way, own: { k, n: compared } }] : []));
}

function unlikeExam(work: WorkMarks, exam: WorkMarks | null, { examGap }: ObjectivityBounds): Found[] {
  if (!exam) return [];
  const [own, other] = [good(work), good(exam)];
  return percent(own) - percent(other) > examGap ? [{ own, other }] : [];
}

function jumped(work: WorkMarks, before: WorkMarks | null, { jump }: ObjectivityBounds): Found[] {
  if (!before) return [];
  const [own, other] = [good(work), good(before)];
  const change = newcombe(own, other);
  const [low, high] = [100 * change.low, 100 * change.high];
  return low > jump || high < -jump ? [{ own, other, low, high }] : [];
}
