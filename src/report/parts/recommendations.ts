import type { TableCell } from '../../model';
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

const COLUMNS = 4;

/** A school's name stands once, above what is recommended to it; in its own document not at all. */
function tableOf(data: ReportData, items: readonly Recommendation[], isOfOne: boolean): PartTable {
  const schools = [...new Set(items.map(({ school }) => school))];
  return {
    kind: 'table',
    key: 'recommendations',
    dense: true,
    title: isOfOne ? 'Рекомендации' : 'Рекомендации школам и методическим объединениям',
    columns: [
      leftColumn('Кому', 0.08),
      leftColumn('Рекомендация, подтверждение', 0.46),
      leftColumn('Срок', 0.14),
      leftColumn('Основание', 0.32),
    ],
    rows: schools.flatMap((school): (readonly TableCell[])[] => [
      ...(isOfOne ? [] : [[{ content: namesOf(data, [school]), bold: true, span: COLUMNS }]]),
      ...items
        .filter((item) => item.school === school)
        .map(({ addressee, recommendation, until, finding }) =>
          [addressee, recommendation, until || '–', finding].map(textCell),
        ),
    ]),
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
