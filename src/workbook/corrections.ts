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

/** Columns of a consolidated tab: the corrections in words, for people, and as data. */
export const CORRECTION = 'correction';
export const CORRECTIONS = 'corrections';

/** A correction as people read it beside its row. */
export const correctionLine = (form: Form, { day, field, was, became, reason }: Correction): string =>
  `${day}: ${quoted(form.fields[field]?.title ?? field)} – было ${was || 'пусто'}, стало ${trimmedNumber(became)}. Причина: ${reason}`;

export const correctionsCell = (corrections: readonly Correction[]): string =>
  corrections.length === 0 ? '' : JSON.stringify(corrections);

/** The corrections of a row, oldest first; null when what stands in the cell is no data of ours. */
export function readCorrections(cell: Cell | undefined): Correction[] | null {
  if (textOf(cell) === '') return [];
  try {
    const corrections: unknown = JSON.parse(String(cell));
    return Array.isArray(corrections) && corrections.every(isCorrection) ? corrections : null;
  } catch {
    return null;
  }
}

function isCorrection(item: unknown): item is Correction {
  const { day, field, was, became, reason } = (item ?? {}) as Partial<Correction>;
  return [day, field, was, reason].every((text) => typeof text === 'string') && Number.isFinite(became);
}
