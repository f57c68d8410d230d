import { NBSP, type RegisterRow } from '../../model';
import { dueAfter, untilWords } from '../drafts';
import type { Part } from '../kind';
import { STATES, stateOf } from '../register-states';
import { rowsIn, schoolsIn, wordIn } from '../registers-table';
import type { ReportData } from '../report-data';
import { capital } from '../words/indicators';
import { isLate } from './plan-report';

/** Drafts by rules: whom to ask for what is overdue and for which documents, by when; people decide. */
export const planProposals: Part = {
  title: 'Предложения',
  needs: [],
  blocks: (data) => {
    const items = [...forOverdue(data), ...forDocuments(data)];
    return items.length === 0 ? [] : [{ kind: 'list', numbered: true, items }];
  },
};

const until = (data: ReportData, months: number): string => untilWords(dueAfter(data, months));

function forOverdue(data: ReportData): string[] {
  const rows = rowsIn(data, 'plan').filter(isLate);
  return grouped(rows, (row) => wordIn(row, 'responsible')).map(([who, own]) => {
    const numbers = own.map((row) => wordIn(row, 'number').replace(' ', NBSP)).join(', ');
    const what = own.length === 1 ? 'мероприятие' : 'мероприятия';
    return `${capital(who || 'ответственному по приказу')}: завершить ${what} ${numbers} и указать дату и документ либо причину и новый срок, ${until(data, 1)}.`;
  });
}

/** A large district's schools are in the table of documents. */
const NAMED = 8;

function forDocuments(data: ReportData): string[] {
  const missing = rowsIn(data, 'documents').filter((row) => stateOf(row) !== STATES.documents.approved);
  const owners = grouped(missing, (row) => schoolsIn(data, row));
  const term = until(data, 3);
  if (owners.length > NAMED)
    return [
      `Школам и отделу образования: утвердить документы таблицы {documents}, ${term}; подтверждение – дата и номер.`,
    ];
  return owners.map(([who, own]) => {
    const titles = [...new Set(own.map((row) => `«${wordIn(row, 'title')}»`))].join(', ');
    const whom = who === '' || who === 'район' ? 'Отдел образования' : who;
    return `${whom}: утвердить ${titles}, ${term}; подтверждение – дата и номер.`;
  });
}

function grouped(rows: readonly RegisterRow[], by: (row: RegisterRow) => string): [string, RegisterRow[]][] {
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return [...groups];
}
