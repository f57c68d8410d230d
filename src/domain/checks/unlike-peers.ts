import { type Case, defineCheck } from '../../model';
import { unusualShare } from '../unusual-share';

const passport = (fifth: number, sixth: number) => [
  { grade: '5', enrolled: 30, incomplete: 0, lowIncome: fifth },
  { grade: '6', enrolled: 30, incomplete: 0, lowIncome: sixth },
];
const PEERS: NonNullable<Case['district']> = {
  s1: passport(8, 6),
  s2: passport(6, 5),
  s3: passport(9, 7),
  s4: passport(7, 6),
  s5: passport(5, 8),
};
const ALIKE = { form: 'passport', district: PEERS } as const;

/** What the school itself has, and no other school’s figures: an explanation holds while its own stay. */
export const unlikePeers = defineCheck<{ indicator: string; part: number; whole: number; more: number }>({
  id: 'form/unlike-peers',
  needs: 'district',
  severity: 'warning',
  find(seen) {
    const found = unusualShare(seen);
    if (!found) return [];
    const { indicator, part, whole, isMore } = found;
    return [{ details: { indicator: indicator.title, part, whole, more: Number(isMore) } }];
  },
  words: ({ indicator, part, whole, more }) =>
    `${indicator}: ${part} из ${whole}, намного ${more ? 'больше' : 'меньше'} обычного у таких же школ. Сверьте числа; если верны, напишите причину вверху вкладки`,
  cases: [
    {
      ...ALIKE,
      rows: passport(25, 21),
      says: [
        '0: Доля малообеспеченных: 46 из 60, намного больше обычного у таких же школ. Сверьте числа; если верны, напишите причину вверху вкладки',
      ],
    },
    {
      ...ALIKE,
      rows: passport(0, 0),
      says: [
        '0: Доля малообеспеченных: 0 из 60, намного меньше обычного у таких же школ. Сверьте числа; если верны, напишите причину вверху вкладки',
      ],
    },
    { ...ALIKE, rows: passport(11, 9), says: [] },
    // Four schools do not show what is usual, nor do those of another type.
    { form: 'passport', district: { ...PEERS, s5: [] }, rows: passport(25, 21), says: [] },
    { ...ALIKE, unlike: true, rows: passport(25, 21), says: [] },
  ],
});
