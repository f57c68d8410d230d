import type { ImportedCounts, ImportKind, LeftOut, RefusalReason, SkipReason } from '../model';
import type { Doubt } from './doubts';
import { examsPassedOver } from './exams-passed-over';
import { namesSchool } from './groups';
import { captionRow } from './header';
import { recognisers } from './kinds';
import { protocolTables } from './protocol-tables';
import { readBook } from './read-book';
import type { FoundCounts, Line, Recogniser, Taught } from './recogniser';
import type { SchoolFinder } from './schools';
import type { Sheet } from './sheet';
import { isForeign, mayBePerson, type Stranger, strangersIn } from './strangers';
import { looksLikePerson } from './subjects';
import { unsuitableAs } from './unsuitable';

export interface ReadRecord {
  readonly kind: ImportKind;
  /** Key of the form it belongs to. */
  readonly form: string;
  readonly school: string;
  readonly counts: ImportedCounts;
  /** The same for the workbook: without the place in the file, with what the form has to know beside. */
  readonly sent: ImportedCounts;
}

/** What was found in a file: the counts, what was refused and what was passed over. */
export interface FileReading {
  readonly kind: ImportKind | null;
  /** What kind of file it is, in Russian. */
  readonly title: string;
  readonly records: readonly ReadRecord[];
  readonly refused: readonly LeftOut<RefusalReason>[];
  readonly skipped: readonly LeftOut<SkipReason>[];
  /** Schools among the refused lines that a person may know. */
  readonly strangers: readonly Stranger[];
  /** Further facts of the file as a whole. */
  readonly about: Readonly<Record<string, unknown>>;
  /** A line was refused that the others would have to be added up with: nothing of the file is for the workbook. */
  readonly incomplete: boolean;
  /** Why lines of the file may be lacking: its counts are written when a person has said that it is whole. */
  readonly doubts: readonly Doubt[];
  /** Said of sheets that were not read and why, in Russian. */
  readonly remarks: readonly string[];
}

interface Recognised {
  readonly recogniser: Recogniser;
  readonly sheet: Sheet;
  readonly lines: readonly Line[];
}

function recognised(sheet: Sheet, schools: SchoolFinder, taught?: Taught): Recognised | null {
  for (const recogniser of recognisers) {
    const lines = recogniser.read(sheet, schools, taught);
    if (lines) return { recogniser, sheet, lines };
  }
  return null;
}

/** Reads a file as it was downloaded; one that is no table at all throws `UnreadableFile`. */
export function recogniseFile(bytes: Uint8Array, schools: SchoolFinder, taught?: Taught): FileReading {
  const { sheets, hidden } = readBook(bytes);
  const found: Recognised[] = [];
  const remarks = hidden.map((name) => `лист «${name}» скрыт, не прочитан`);
  for (const sheet of sheets) {
    const reading = recognised(sheet, schools, taught);
    if (reading) found.push(reading);
    remarks.push(...(reading ? (reading.recogniser.passedOver?.(sheet) ?? []) : remarkOn(sheet)));
  }
  const [first] = found;
  if (!first) return { ...NOTHING, remarks };
  const severalSheets = new Set(found.filter(({ lines }) => lines.length > 0).map(({ sheet }) => sheet)).size > 1;
  const placed = found.flatMap((reading) => placedLines(reading, severalSheets));
  const settled = withoutRepeats(placed.map(withoutPeople)).map((at) => withoutForeign(at, schools));
  const records = settled.flatMap(({ line, recogniser: { kind, form }, place }) =>
    line.is === 'counts'
      ? [
          {
            kind,
            form,
            school: line.school.key,
            counts: { ...place, ...line.counts },
            sent: { ...line.counts, ...line.beside },
          },
        ]
      : [],
  );
  const own = found.filter(({ recogniser }) => recogniser.kind === first.recogniser.kind).map(({ sheet }) => sheet);
  const { note, about } = first.recogniser;
  return {
    kind: first.recogniser.kind,
    title: first.recogniser.title,
    records,
    refused: leftOut(settled, 'refused'),
    skipped: leftOut(settled, 'skipped'),
    strangers: strangersIn(settled.flatMap(({ line }) => (line.is === 'refused' ? [line] : []))),
    about: {
      ...about?.(
        own,
        records.map(({ counts }) => counts),
      ),
      ...(note === undefined ? {} : { note }),
    },
    incomplete: settled.some(({ line, recogniser }) => line.is === 'refused' && recogniser.summed === true),
    doubts: found.flatMap((reading, index) => doubtsOf(reading, found[index - 1])),
    remarks,
  };
}

const doubtsOf = ({ recogniser, sheet }: Recognised, before: Recognised | undefined): Doubt[] =>
  (recogniser.doubts?.(sheet, before?.recogniser === recogniser ? before.sheet : undefined) ?? []).map(
    ({ words, ...doubt }) => ({
      ...doubt,
      words: sheet.name === '' ? words : `лист «${sheet.name}»: ${words}`,
    }),
  );

const NOTHING: FileReading = {
  kind: null,
  title: '',
  records: [],
  refused: [],
  skipped: [],
  strangers: [],
  about: {},
  incomplete: false,
  doubts: [],
  remarks: [],
};

function remarkOn(sheet: Sheet): string[] {
  if (sheet.rows.every((row) => row.length === 0)) return [];
  const exams = examsPassedOver(protocolTables(sheet), []);
  if (exams.length > 0) return exams;
  const why = unsuitableAs(sheet) ?? 'таблица не узнана, не прочитана';
  return [sheet.name === '' ? why : `лист «${sheet.name}»: ${why}`];
}

/** The captions of each sheet that nobody has recognised, for a person to say which is which: shown, and nothing else. */
export function captionsOfFile(bytes: Uint8Array, schools: SchoolFinder): string[] {
  const least = Math.min(
    ...recognisers.flatMap(({ columns = [] }) => columns.filter(({ required }) => required).length || []),
  );
  const sheets = readBook(bytes).sheets.filter(
    (sheet) => recognised(sheet, schools) === null && unsuitableAs(sheet) === null,
  );
  return [...new Set(sheets.flatMap((sheet) => captionRow(sheet, least)))];
}

interface Placed {
  readonly line: Line;
  readonly recogniser: Recogniser;
  readonly place: { readonly sheet?: string; readonly row?: number };
}

const placedLines = ({ recogniser, sheet, lines }: Recognised, severalSheets: boolean): Placed[] =>
  lines.map((line) => ({
    line,
    recogniser,
    place: {
      ...((recogniser.bySheet || severalSheets) && sheet.name !== '' ? { sheet: sheet.name } : {}),
      ...(line.row === undefined ? {} : { row: line.row }),
    },
  }));

const keyOf = (kind: ImportKind, { school, key }: FoundCounts): string => JSON.stringify([kind, school.key, ...key]);

/** Lines about the same that agree are one; of those that differ none can be believed. */
function withoutRepeats(placed: readonly Placed[]): Placed[] {
  const byKey = new Map<string, string[]>();
  for (const { line, recogniser } of placed) {
    if (line.is !== 'counts') continue;
    const key = keyOf(recogniser.kind, line);
    const counts = JSON.stringify([line.counts, line.from]);
    const known = byKey.get(key) ?? [];
    if (!known.includes(counts)) byKey.set(key, [...known, counts]);
  }
  const seen = new Set<string>();
  return placed.map((at): Placed => {
    const { line, recogniser } = at;
    if (line.is !== 'counts') return at;
    const key = keyOf(recogniser.kind, line);
    const { row, text } = line;
    if (byKey.get(key)!.length > 1) return { ...at, line: { is: 'refused', row, text, reason: 'duplicate_conflict' } };
    if (seen.has(key)) return { ...at, line: { is: 'skipped', row, text, reason: 'duplicate_exact' } };
    seen.add(key);
    return at;
  });
}

/** Where columns have slipped a person's name may stand for the subject. */
function withoutPeople(at: Placed): Placed {
  const { line } = at;
  if (line.is !== 'counts' || !looksLikePerson(String(line.counts.subject ?? ''))) return at;
  return { ...at, line: { is: 'refused', row: line.row, text: 'предмет не назван', reason: 'counts_mismatch' } };
}

function withoutForeign(at: Placed, schools: SchoolFinder): Placed {
  const { line } = at;
  if (line.is !== 'refused' || line.said === undefined || !isForeign(schools, line.said)) return at;
  return { ...at, line: { is: 'skipped', row: line.row, text: line.text, reason: 'other_municipality' } };
}

/** What may be a person's name where a school's should stand is not shown. */
const shownOf = (line: Exclude<Line, { is: 'counts' }>): string =>
  (line.is === 'skipped' && line.reason === 'other_municipality' && !namesSchool(line.text)) ||
  (line.is === 'refused' && line.said !== undefined && line.said !== 'nothing' && mayBePerson(line.said))
    ? 'школа не названа'
    : line.text;

const leftOut = <I extends 'refused' | 'skipped'>(placed: readonly Placed[], is: I) =>
  placed.flatMap(({ line, place }) =>
    line.is === is
      ? [{ ...place, text: shownOf(line), reason: line.reason as I extends 'refused' ? RefusalReason : SkipReason }]
      : [],
  );
