import { type Cell, type Form, quoted, textOf, trimmedNumber } from '../model';

/** A number of a closed period put right by the coordinator: beside the frozen row, which stays as it was. */
export interface Correction {
  /** «12.07.2023» */
  readonly day: string;
  /** Key of the form's field. */
  readonly field: string;
  /** What counted until then, in words; '' when it was blank. */
  readonly was: string;
  readonly became: number;
  readonly reason: string;
}

export const CORRECTION = 'correction';
const BLANK = 'пусто';
const LINE = /^(\d\d\.\d\d\.\d{4}): .+? \[(\w+)\] – было (.*?), стало (\d+(?:,\d+)?)\. Причина: (.+)$/;

/** A correction as it is written in the cell beside its row, one a line. */
export const correctionLine = (form: Form, { day, field, was, became, reason }: Correction): string =>
  `${day}: ${quoted(form.fields[field]!.title)} [${field}] – было ${was || BLANK}, стало ${trimmedNumber(became)}. Причина: ${reason}`;

/** The corrections in a cell, oldest first; null when somebody has written something else there. */
export function readCorrections(form: Form, cell: Cell | undefined): Correction[] | null {
  const lines = String(cell ?? '')
    .split('\n')
    .filter((line) => textOf(line) !== '');
  const corrections: Correction[] = [];
  for (const line of lines) {
    const [, day, field, was, became, reason] = LINE.exec(line) ?? [];
    if (!day || !field || !form.fields[field]) return null;
    corrections.push({
      day,
      field,
      was: was === BLANK ? '' : was!,
      became: Number(became!.replace(',', '.')),
      reason: reason!,
    });
  }
  return corrections;
}
