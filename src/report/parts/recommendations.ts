import { type Recommendation, recommendationsTo } from '../drafts';
import type { Part, PartBlock, PartTable } from '../kind';
import { isParticipant, namesOf, type ReportData, schoolOf } from '../report-data';
import { leftColumn, paragraph, textCell } from '../texts';
import { capital } from '../words/indicators';
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
      ...(shown.length > 0 ? [tableOf(data, shown, false), paragraph(ground(shown))] : []),
      ...(decisions.length > 0
        ? [paragraph('Проект пунктов приказа:'), list(decisions.map(({ text }) => `${capital(text)}.`))]
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
      ...(shown.length > 0 ? [tableOf(data, shown, true), paragraph(ground(shown))] : []),
    ];
  },
};

const list = (items: readonly string[]): PartBlock => ({ kind: 'list', numbered: true, items });

/** Not yet in the register, or there and not confirmed. */
const UNDECIDED = ['', 'проект'];

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

/** In a school's own document its name is not repeated. */
function tableOf(data: ReportData, items: readonly Recommendation[], isOfOne: boolean): PartTable {
  const rest = isOfOne ? 0.2 : 0;
  return {
    kind: 'table',
    key: 'recommendations',
    dense: true,
    title: isOfOne ? 'Рекомендации' : 'Рекомендации школам и методическим объединениям',
    columns: [
      ...(isOfOne ? [] : [leftColumn('Школа', 0.2)]),
      leftColumn('Кому', 0.08),
      leftColumn('Рекомендация, подтверждение', 0.34 + rest / 2),
      leftColumn('Срок', 0.12),
      leftColumn('Основание', 0.26 + rest / 2),
    ],
    rows: items.map(({ school, addressee, recommendation, until, finding }) =>
      [...(isOfOne ? [] : [namesOf(data, [school])]), addressee, recommendation, until || '–', finding].map(textCell),
    ),
  };
}

/** What is decided of them, and who decides the rest. */
function ground(items: readonly Recommendation[]): string {
  const drafts = items.filter(({ status }) => UNDECIDED.includes(status)).length;
  const rules = 'составлены по правилам из показателей этой справки и рискового профиля школ';
  if (drafts === items.length) return `Рекомендации ${rules}; решение принимает отдел образования.`;
  const decided = recommendationsDecided(items.length, items.length - drafts);
  return drafts === 0 ? `${decided}.` : `${decided}; остальные ${rules}, решение по ним принимает отдел образования.`;
}
