import {
  type Condition,
  type Form,
  type PeriodKey,
  type Programme,
  REMARK_SIGNS,
  type School,
  stacked,
  type TabDesign,
} from '../model';
import {
  blockColumns,
  blockSection,
  blockWidth,
  gapBelow,
  LAST_FROZEN_COLUMN,
  MEMORY_COLUMN,
  REMARK_COLUMN,
  type RetiredColumn,
  ROLE_COLUMN,
  type StartingRow,
} from './block';
import { inStretches, widthOfWords } from './column-widths';
import {
  answerLabel,
  DRAFT,
  type FormSaid,
  HEAD_WIDTH,
  type HeadStates,
  headRowsFor,
  inHeadOrder,
  isInSight,
  isListed,
  LABEL_COLUMN,
  NO_STATES,
  type TabFacts,
  type TabStatus,
} from './head';
import { headSection } from './head-section';
import { LOOK } from './look';
import { schoolTab, schoolTabName } from './names';
import { OWN_RESULTS, OWN_RESULTS_ROOM } from './own-results';
import { type RetiredBlock, retiredSection } from './retired-block';
import { type Leftover, unrecognisedSection } from './unrecognised';

/** Rows that a new period starts with, by form key. */
export type StartingRows = Readonly<Record<string, readonly StartingRow[]>>;

/** What of a tab the programme no longer asks for: columns by form key, and blocks of whole forms. */
export interface RetiredParts {
  readonly columns: Readonly<Record<string, readonly RetiredColumn[]>>;
  readonly blocks: readonly RetiredBlock[];
}

const NONE_RETIRED: RetiredParts = { columns: {}, blocks: [] };

/** Everything that stands on a tab from the start. */
export interface TabContents {
  readonly school: School;
  readonly period: PeriodKey;
  readonly facts: TabFacts;
  readonly start?: StartingRows;
  readonly status?: TabStatus;
  readonly states?: HeadStates;
  readonly said?: Readonly<Record<string, FormSaid>>;
  readonly leftovers?: readonly Leftover[];
  readonly retired?: RetiredParts;
}

/** What the first cell of a row of captions says; a role would stay behind when rows are sorted or pasted over. */
const captionTitles = (forms: readonly Form[]): string[] => [
  ...new Set(
    forms.flatMap(({ captionsBy, fields }) =>
      captionsBy ? Object.values(fields).flatMap(({ slot, title }) => (slot === 'first' ? [title] : [])) : [],
    ),
  ),
];

/** Frozen together under 480 pixels, so that remark and row name stay in sight; «Литера» is the longest of the second. */
const FROZEN_WIDTHS = [40, 40, 190, 60, 60, 150];
const FIELD_WIDTH = 72;
const LAST_WIDTH = 260;
/** Of the columns that scroll; each stretch is a call when the first tab is made. */
const STRETCHES = 4;

/** Rows tell by their colour what their remark tells by its sign, at no cost when somebody types. */
export function conditionsFor(forms: readonly Form[], firstRow: number, rows: number, columns: number): Condition[] {
  const area = {
    row: firstRow,
    column: REMARK_COLUMN,
    rows: rows + OWN_RESULTS_ROOM,
    columns: columns - REMARK_COLUMN + 1,
  };
  const starts = (sign: string): string => `=LEFT($C${firstRow};1)="${sign}"`;
  return [
    ...captionTitles(forms).map((title) => {
      const words = `$D${firstRow}="${title.replace(/"/g, '""')}"`;
      const formula = `=AND(${words};RIGHT($A${firstRow};7)<>"/header")`;
      return { ...area, formula, background: LOOK.caption, bold: true };
    }),
    { ...area, formula: `=$A${firstRow}="${OWN_RESULTS.head}"`, background: LOOK.caption, bold: true },
    { ...area, formula: starts(REMARK_SIGNS.error), background: LOOK.error },
    { ...area, formula: starts(REMARK_SIGNS.warning), background: LOOK.question },
    ...sparedLooks(forms, firstRow, rows),
  ];
}

/** Cells of a field that is not always asked for are grey while the head's data name it. */
const sparedLooks = (forms: readonly Form[], row: number, rows: number): Condition[] =>
  forms.flatMap((form) =>
    blockColumns(form, []).flatMap((made) => {
      if (made.kind !== 'field' || !made.field.due) return [];
      const data = ['row', 'header'].map((role) => `$A${row}="${form.key}/${role}"`).join(';');
      const formula = `=AND(OR(${data});ISNUMBER(FIND("""${form.key}.${made.key}""";$B$1)))`;
      return [{ row, column: made.column, rows, columns: 1, formula, background: LOOK.retired.background }];
    }),
  );

/**
 * All forms stand in the same columns, so the longest word of any of them decides. Explanations of the narrower forms run
 * over the blank cells at their right; the widest form's has none there.
 */
function widthsFor({ forms, indicators }: Programme, columns: number): number[] {
  const widths = Array<number>(columns - LAST_FROZEN_COLUMN).fill(FIELD_WIDTH);
  for (const made of forms.flatMap((form) => blockColumns(form, indicators))) {
    const place = made.column - LAST_FROZEN_COLUMN - 1;
    if (place < 0) continue;
    // A chosen word is to be read whole; long texts are wrapped.
    const words = made.kind === 'field' && made.field.kind === 'choice' ? (made.field.choices ?? []) : [];
    const needed = [made.title, ...words].map((title) => widthOfWords(title, LOOK.formHeader.size));
    widths[place] = Math.max(widths[place]!, ...needed);
  }
  widths[widths.length - 1] = LAST_WIDTH;
  return [...FROZEN_WIDTHS, ...inStretches(widths, STRETCHES)];
}

/** How many columns the tab of a programme has when it is made. */
export const tabColumns = ({ forms, indicators }: Programme): number =>
  Math.max(HEAD_WIDTH, ...forms.map((form) => blockWidth(blockColumns(form, indicators))));

/** The whole tab of a school: the head, then the forms one under another; a form not due is hidden, not removed. */
export function schoolTabDesign(programme: Programme, contents: TabContents): TabDesign {
  const { forms, indicators } = programme;
  const { school, period, facts, start = {}, status = DRAFT, states = NO_STATES, said = {}, leftovers = [] } = contents;
  const { retired = NONE_RETIRED } = contents;
  const isShown = (form: Form): boolean => isInSight(facts, form);
  const blocks = forms.map((form) =>
    blockSection(form, indicators, isShown(form), start[form.key], retired.columns[form.key]),
  );
  const gone = retired.blocks.map(retiredSection);
  const headRows = headRowsFor(forms.length);
  let next = headRows + 1;
  const placed = forms.map((form, index) => {
    const titleRow = next;
    next += blocks[index]!.values.length + 1;
    return { form, titleRow, said: said[form.key] };
  });
  const lines = inHeadOrder(placed, ({ form }) => isShown(form));
  const waiting = lines.filter(({ form }, place) => !isListed(facts, place, form)).length;
  const widths = [...blocks, ...gone].map(({ values }) => values[0]!.length);
  const columns = Math.max(tabColumns(programme), ...widths);
  const section = stacked([
    headSection({ answerLabel: answerLabel(programme), school, period, facts, status, forms: lines, states }, waiting),
    ...blocks.flatMap((block, index) => [block, gapBelow(isShown(forms[index]!))]),
    ...gone.flatMap((block) => [block, gapBelow(true)]),
    unrecognisedSection(leftovers, columns),
  ]);
  const rows = section.values.length;
  const all = rows + OWN_RESULTS_ROOM;
  const below = { row: headRows + 1, column: ROLE_COLUMN, rows: all - headRows, columns: LABEL_COLUMN };
  const protect = { description: 'Замечания и служебные столбцы', warningOnly: true };
  return {
    key: schoolTab(school.key),
    name: schoolTabName(school.name),
    section: { values: section.values, decorations: [...section.decorations, { ...below, protect }] },
    conditions: conditionsFor(forms, headRows + 1, rows - headRows, columns),
    rows: all,
    columns,
    frozenRows: 2,
    frozenColumns: LAST_FROZEN_COLUMN,
    hiddenColumns: [ROLE_COLUMN, MEMORY_COLUMN],
    widths: widthsFor(programme, columns),
    hidden: false,
    protect: { description: `Вкладка школы: ${school.name}`, warningOnly: false },
  };
}
