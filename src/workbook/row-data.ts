import { type Cell, isBlank, type RawRow } from '../model';

/** Column of a consolidated tab: what is known of a row beside its cells, as data. */
export const ROW_DATA = 'data';

export interface RowData {
  /** Fields whose numbers were typed as percentages. */
  readonly percent?: readonly string[];
  /** What stands where it cannot belong. */
  readonly misplaced?: string;
}

export function rowDataCell({ percent, misplaced }: RowData): string {
  const data: RowData = { ...(percent?.length ? { percent } : {}), ...(misplaced === undefined ? {} : { misplaced }) };
  return Object.keys(data).length === 0 ? '' : JSON.stringify(data);
}

/** What is no data of ours says nothing. */
export function readRowData(cell: Cell | undefined): Pick<RawRow, 'percent' | 'misplaced'> {
  if (isBlank(cell)) return {};
  try {
    const { percent, misplaced } = (JSON.parse(String(cell)) ?? {}) as RowData;
    return {
      ...(Array.isArray(percent) ? { percent: percent.map(String) } : {}),
      ...(typeof misplaced === 'string' ? { misplaced } : {}),
    };
  } catch {
    return {};
  }
}
