import { type School, textOf } from '../../model';
import { type Draft, draftsOf, untilWords } from '../drafts';
import type { Part, PartBlock, PartTable } from '../kind';
import { isOf } from '../registers-table';
import { isParticipant, namesOf, type ReportData, schoolOf } from '../report-data';
import { leftColumn, paragraph, textCell } from '../texts';
import { capital } from '../words/indicators';
import { decisionsOf } from './decisions';

/** Drafts by school and addressee, for people to edit and sign. */
export const recommendations: Part = {
  key: 'recommendations',
  title: 'Адресные рекомендации и проект пунктов приказа',
  needs: [],
  blocks: (data, subject) => {
    const drafts = draftsShown(data, subject);
    const open = openItems(data, subject);
    const decisions = schoolOf(data, subject) ? [] : decisionsOf(data);
    if (drafts.length + open.length + decisions.length === 0) return [];
    return [
      ...(drafts.length > 0 ? [draftsTable(data, drafts)] : []),
      ...(open.length > 0 ? [paragraph('Продолжить начатое:'), list(open)] : []),
      ...(decisions.length > 0
        ? [paragraph('Проект пунктов приказа:'), list(decisions.map(({ text }) => `${capital(text)}.`))]
        : []),
      paragraph(
        'Рекомендации составлены по правилам из показателей этой справки и рискового профиля школ; решение принимает отдел образования.',
      ),
    ];
  },
};

const list = (items: readonly string[]): PartBlock => ({ kind: 'list', numbered: true, items });

/** In the district's report a school's risks are as many; its card has them all. */
const MOST_RISKS = 2;

const schoolsAbout = (data: ReportData, subject: string | null): readonly School[] =>
  data.schools.filter((school) => (schoolOf(data, subject) ? school.key === subject : isParticipant(data, school)));

function draftsShown(data: ReportData, subject: string | null): Draft[] {
  return schoolsAbout(data, subject).flatMap((school) => {
    const drafts = draftsOf(data, school);
    if (schoolOf(data, subject)) return drafts;
    const risky = drafts.filter(({ fromRisks }) => fromRisks);
    return drafts.filter((draft) => !draft.fromRisks || risky.indexOf(draft) < MOST_RISKS);
  });
}

const draftsTable = (data: ReportData, drafts: readonly Draft[]): PartTable => ({
  kind: 'table',
  key: 'recommendations',
  title: 'Рекомендации школам и методическим объединениям',
  columns: [
    leftColumn('Школа', 0.2),
    leftColumn('Кому', 0.08),
    leftColumn('Рекомендация', 0.28),
    leftColumn('Срок', 0.12),
    leftColumn('Основание; подтверждение', 0.32),
  ],
  rows: drafts.map((draft) =>
    [
      namesOf(data, [draft.school]),
      draft.addressee,
      draft.recommendation,
      untilWords(draft),
      `${draft.finding}; подтверждение – ${draft.proof}`,
    ].map(textCell),
  ),
});

const openItems = (data: ReportData, subject: string | null): string[] =>
  schoolsAbout(data, subject).flatMap(({ key, name }) => {
    const actions = [...new Set(openActions(data, key))];
    return actions.length > 0 ? [`${name}, ${data.programme.office}: ${actions.join('; ')}.`] : [];
  });

/** Actions that the register keeps for the school and that are not done. */
function openActions({ registers }: ReportData, school: string): string[] {
  return (registers.actions ?? [])
    .filter((row) => isOf(row, school) && !['выполнено', 'снято'].includes(textOf(row.status ?? '')))
    .map((row) => textOf(row.recommendation ?? ''))
    .filter((words) => words !== '');
}
