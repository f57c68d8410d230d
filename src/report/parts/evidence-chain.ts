import type { RegisterRow } from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { stateOf, stateWord } from '../register-states';
import { registerTable, rowsIn, schoolsIn, wordIn } from '../registers-table';
import type { ReportData } from '../report-data';
import { numbered, OF_DISTRICT } from './evidence-positions';

/** «ОО, Школа №2»; what is for the whole district names no school. */
const whomOf = (data: ReportData, row: RegisterRow): string =>
  [wordIn(row, 'addressee'), schoolsIn(data, row)].filter((text) => text !== '' && text !== OF_DISTRICT).join(', ');

/** «Д-27, № 66 от 20.08.2021»: the id leads to the register, the number to the paper. */
function decisionOf(data: ReportData, row: RegisterRow): string {
  const id = wordIn(row, 'decision');
  const found = rowsIn(data, 'documents').find((document) => wordIn(document, 'id') === id);
  if (!found || wordIn(found, 'regNo') === '') return id;
  return `${id}\n${numbered(found)} от ${wordIn(found, 'signedOn')}`;
}

/** Finding → recommendation → measure → decision → effect, by the ids of the register. */
export const chain: Part = {
  title: 'Цепочка: вывод, рекомендация, мера, решение, эффект',
  needs: [],
  blocks: (data): PartBlock[] => {
    const rows = rowsIn(data, 'actions');
    return rows.length === 0 ? [] : [chainTable(data, rows)];
  },
};

const chainTable = (data: ReportData, rows: readonly RegisterRow[]): PartTable =>
  registerTable(
    'chain',
    'Рекомендации и меры',
    [
      ['№', 0.07, 'id'],
      ['Кому', 0.17, (row) => whomOf(data, row)],
      ['Вывод', 0.18, 'finding'],
      ['Рекомендация', 0.235, 'recommendation'],
      ['Решение', 0.12, (row) => decisionOf(data, row)],
      ['Статус', 0.12, (row) => stateWord(data, 'actions', stateOf(row))],
      ['Эффект', 0.105, 'effect'],
    ],
    rows,
  );
