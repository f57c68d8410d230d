import { type Recommendation, recommendationsTo } from '../drafts';
import type { Part, PartBlock, PartTable } from '../kind';
import { STATES } from '../register-states';
import { isParticipant, namesOf, type ReportData, schoolOf } from '../report-data';
import { leftColumn, paragraph, textCell } from '../texts';
import { capital, lowered } from '../words/indicators';
import { recommendationsDecided } from '../words/sentences';
import { decisionsOf } from './decisions';
import { followUpTable, givenBefore } from './followed-up';

/** Drafts by school and addressee, for people to edit and sign. */
export const recommendations: Part = {
  key: 'recommendations',
  title: 'Адресные рекомендации и проект пунктов приказа',
  needs: [],
  blocks: (data) => {
    const shown = shownTo(data);
    const decisions = decisionsOf(data);
    if (shown.length + decisions.length === 0) return [];
    return [
      ...(shown.length > 0 ? [districtTable(data, shown)] : []),
      ...(decisions.length > 0
        ? [
            { ...paragraph('Проект пунктов приказа:'), keepNext: true },
            list(decisions.map(({ ordered }) => `${capital(ordered)}.`)),
          ]
        : []),
    ];
  },
};

/** In a school's card: what became of those given before, then the new ones. */
export const schoolRecommendations: Part = {
  key: 'recommendations',
  title: 'Рекомендации',
  needs: [],
  blocks: (data, subject) => {
    const school = schoolOf(data, subject);
    if (!school) return [];
    const shown = recommendationsTo(data, school);
    return [
      ...followUpTable(data, givenBefore(data, school.key), true),
      ...(shown.length > 0 ? [schoolTable(shown)] : []),
    ];
  },
};

const list = (items: readonly string[]): PartBlock => ({ kind: 'list', numbered: true, items });

/** Not yet in the register, or there and not confirmed. */
const UNDECIDED = ['', STATES.actions.drafted];

/** In the district's report a school's risks are as many; its card has them all. */
const MOST_RISKS = 2;

function shownTo(data: ReportData): Recommendation[] {
  const schools = data.schools.filter((school) => isParticipant(data, school));
  return schools.flatMap((school) => {
    const all = recommendationsTo(data, school);
    const risky = all.filter(({ fromRisks, status }) => fromRisks && UNDECIDED.includes(status));
    return all.filter((item) => !risky.includes(item) || risky.indexOf(item) < MOST_RISKS);
  });
}

/** Schools in one row: more would not fit on a page. */
const IN_ROW = 8;

/** What is recommended to several schools alike is told once, with what was found in each. */
function districtTable(data: ReportData, items: readonly Recommendation[]): PartTable {
  const alike = new Map<string, Recommendation[]>();
  for (const item of items) {
    const key = JSON.stringify([item.addressee, item.recommendation, item.until]);
    alike.set(key, [...(alike.get(key) ?? []), item]);
  }
  return {
    ...tableWith(items, 'Рекомендации школам и методическим объединениям', 'этой справки и рискового профиля школ'),
    columns: [
      leftColumn('Кому', 0.065),
      leftColumn('Рекомендация, подтверждение', 0.345),
      leftColumn('Срок', 0.12),
      leftColumn('Школы, основание', 0.47),
    ],
    rows: [...alike.values()].flatMap((all) =>
      Array.from({ length: Math.ceil(all.length / IN_ROW) }, (_, index) => {
        const own = all.slice(index * IN_ROW, (index + 1) * IN_ROW);
        const { addressee, recommendation, until } = own[0]!;
        return [addressee, recommendation, until || '–', own.map((item) => foundIn(data, item)).join('; ')].map(
          textCell,
        );
      }),
    ),
  };
}

/** «МОКУ Толбузинская ООШ: не успевают или не аттестованы 2 из 52» */
const foundIn = (data: ReportData, { school, finding }: Recommendation): string =>
  `${namesOf(data, [school])}: ${lowered(finding)}`;

const schoolTable = (items: readonly Recommendation[]): PartTable => ({
  ...tableWith(items, 'Новые рекомендации', 'этой карточки и рискового профиля школы'),
  columns: [
    leftColumn('Кому', 0.08),
    leftColumn('Рекомендация, подтверждение', 0.46),
    leftColumn('Срок', 0.14),
    leftColumn('Основание', 0.32),
  ],
  rows: items.map(({ addressee, recommendation, until, finding }) =>
    [addressee, recommendation, until || '–', finding].map(textCell),
  ),
});

const tableWith = (items: readonly Recommendation[], title: string, from: string) =>
  ({ kind: 'table', key: 'recommendations', dense: true, title, note: ground(items, from) }) as const;

/** What is decided of them, and who decides the rest. */
function ground(items: readonly Recommendation[], from: string): string {
  const drafts = items.filter(({ status }) => UNDECIDED.includes(status)).length;
  const rules = `составлены по правилам из показателей ${from}`;
  if (drafts === items.length) return `Рекомендации ${rules}; решение принимает отдел образования.`;
  const decided = recommendationsDecided(items.length, items.length - drafts);
  return drafts === 0 ? `${decided}.` : `${decided}; остальные ${rules}, решение по ним принимает отдел образования.`;
}
