import { type Cell, isBlank, textOf } from '../../model';
import { elsewhere, isGroup, namesSchool } from '../groups';
import { findHeader, named } from '../header';
import { countOf } from '../numbers';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { isSchool, loginDigits, type SchoolFinder } from '../schools';
import { type Sheet, shownText, wordsOf } from '../sheet';
import { isTitled, type Work, workOf } from '../vpr-title';

const COLUMNS = {
  group: named(/^группы? участников/),
  people: named(/^(?:кол-во|количество|число) участников/),
};

const LINES = { lower: /^понизили/, same: /^подтвердили/, higher: /^повысили/, all: /^всего/ } as const;
type LineKey = keyof typeof LINES;

interface Block {
  readonly row: number;
  readonly title: Cell;
  readonly lines: Partial<Record<LineKey, Cell | undefined>>;
}

/** ФИС ОКО, «Сравнение отметок с отметками по журналу»: four lines under the name of each group. */
export const vprJournal: Recogniser = {
  kind: 'vpr_journal',
  form: 'vpr',
  title: 'ВПР: сравнение с отметками по журналу (ФИС ОКО)',
  bySheet: false,
  read(sheet, schools) {
    const header = findHeader(sheet, COLUMNS, ['group', 'people']);
    if (!header || !isTitled(sheet, header.row, /сравнение\s+отметок|впр/i)) return null;
    const blocks = blocksOf(sheet, header.row, header.columns.group!, header.columns.people!);
    if (!blocks.some(({ lines }) => 'lower' in lines)) return null;
    const work = workOf(sheet, header.row);
    const others = elsewhere(
      blocks.map(({ title }) => title),
      schools,
    );
    return blocks.flatMap((block, index) => linesOf(block, work, schools, others[index]!));
  },
};

function blocksOf(sheet: Sheet, top: number, group: number, people: number): Block[] {
  const blocks: Block[] = [];
  sheet.rows.forEach((cells, index) => {
    const title = cells[group - 1];
    if (index < top || isBlank(title)) return;
    const key = (Object.keys(LINES) as LineKey[]).find((line) => LINES[line].test(wordsOf(title)));
    const block = blocks[blocks.length - 1];
    if (key === undefined) blocks.push({ row: index + 1, title: title!, lines: {} });
    else if (block) block.lines[key] = cells[people - 1];
  });
  return blocks;
}

function linesOf(
  { row, title, lines }: Block,
  { year, subject, grade }: Work,
  schools: SchoolFinder,
  isElsewhere: boolean,
): Line[] {
  const text = shownText(title);
  const [lower, same, higher, all] = (['lower', 'same', 'higher', 'all'] as const).map((key) => countOf(lines[key]));
  const empty = [lower, same, higher, all].every((count) => count === null);
  if (empty && !isGroup(title)) return [];
  const answer = schools.find({ name: textOf(title) });
  if (!isSchool(answer)) {
    const ofSchool = loginDigits(textOf(title)) !== '' || namesSchool(title);
    if (!ofSchool && isGroup(title)) return [skipped(text, 'not_school_row', row)];
    return [
      isElsewhere ? skipped(text, 'other_municipality', row) : refused(text, answer, row, { name: textOf(title) }),
    ];
  }
  const sum = (lower ?? 0) + (same ?? 0) + (higher ?? 0);
  const n = all ?? sum;
  if (empty || n === 0) return [];
  if (sum !== n) return [refused(text, 'counts_mismatch', row)];
  const counts = {
    ...{ year, school: answer.name, subject, grade, n },
    ...{ lower: lower ?? 0, same: same ?? 0, higher: higher ?? 0 },
  };
  return [{ is: 'counts', row, school: answer, key: [year, subject, grade], text, counts }];
}
