/** A row of the tab «Школы»: the district's register, edited by the coordinator. */
export interface School {
  /** Permanent key, Latin letters, digits and hyphens; what is stored. */
  readonly key: string;
  readonly name: string;
  /** «СОШ», «ООШ» … An ООШ is not asked for 10-11 grades. */
  readonly type: string;
  /** «участник» — the programme's participants (группа Б), «ведущая» — the leading schools (группа А), or any other word. */
  readonly group: string;
  /** Key of the partner school; may be blank. */
  readonly partner: string;
}

export const PARTICIPANT = 'участник';
export const LEADING = 'ведущая';
