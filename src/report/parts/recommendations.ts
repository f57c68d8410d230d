import { textOf } from '../../model';
import type { Part, PartBlock } from '../kind';
import { isOf } from '../registers-table';
import { isParticipant, namesOf, type ReportData, schoolOf } from '../report-data';
import { paragraph } from '../texts';
import { capital } from '../words/indicators';
import { failedSubjectsOf } from './by-school';
import { decisionsOf } from './decisions';

/** How many subjects a recommendation names: those with most «2». */
const MOST = 3;

/** Drafts by school and addressee, for people to edit and sign. */
export const recommendations: Part = {
  key: 'recommendations',
  title: 'Адресные рекомендации и проект пунктов приказа',
  needs: [],
  blocks: (data, subject) => {
    const bySchool = schoolItems(data, subject);
    const decisions = schoolOf(data, subject) ? [] : decisionsOf(data);
    if (bySchool.length + decisions.length === 0) return [];
    return [
      ...(bySchool.length > 0 ? [paragraph('Школам и методическим объединениям:'), list(bySchool)] : []),
      ...(decisions.length > 0
        ? [paragraph('Проект пунктов приказа:'), list(decisions.map(({ text }) => `${capital(text)}.`))]
        : []),
      paragraph(
        'Рекомендации составлены по правилам из показателей этой справки; решение принимает отдел образования.',
      ),
    ];
  },
};

const list = (items: readonly string[]): PartBlock => ({ kind: 'list', numbered: true, items });

function schoolItems(data: ReportData, subject: string | null): string[] {
  return data.schools
    .filter((school) => (schoolOf(data, subject) ? school.key === subject : isParticipant(data, school)))
    .flatMap(({ key }) => {
      const subjects = failedSubjectsOf(data, key, MOST);
      const actions = openActions(data, key);
      const name = namesOf(data, [key]);
      return [
        ...(subjects.length > 0
          ? [
              `${name}, РМО: разобрать результаты по ${subjects.join(', ')}; подтверждение – план работы с обучающимися, имеющими «2».`,
            ]
          : []),
        ...(actions.length > 0
          ? [`${name}, ${data.programme.office}: продолжить начатое (${actions.join('; ')}).`]
          : []),
      ];
    });
}

/** Actions that the register keeps for the school and that are not done. */
function openActions({ registers }: ReportData, school: string): string[] {
  return (registers.actions ?? [])
    .filter((row) => isOf(row, school) && !['выполнено', 'снято'].includes(textOf(row.status ?? '')))
    .map((row) => textOf(row.recommendation ?? ''))
    .filter((words) => words !== '');
}
