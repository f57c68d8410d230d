import type { Decoration } from '../model';

const HEADER = { bold: true, background: '#d9e2f3', wrap: true, align: 'center', border: true } as const;

/** Colours and sizes of the workbook; dark text on light grounds, contrast above 4.5 : 1. */
export const LOOK = {
  head: { background: '#e8eef7' },
  title: { bold: true, size: 13, color: '#1f3864' },
  help: { italic: true, color: '#595959' },
  /** For programs. Where many forms come into sight in one call, theirs are thin lines and no words. */
  keys: { height: 3, size: 1, color: '#ffffff' },
  header: HEADER,
  /** Smaller than on other tabs: a form is to be seen whole. */
  formHeader: { ...HEADER, size: 9 },
  captions: { bold: true, background: '#d9e2f3', color: '#404040', size: 9 },
  retired: { background: '#eeeeee', color: '#6b6b6b', italic: true },
  calculated: { background: '#f2f2f2', color: '#404040', align: 'center' },
  remark: { background: '#fff8e5', color: '#7a1f00', wrap: true },
  end: { background: '#d9d9d9', italic: true, color: '#595959', size: 9 },
  /** Rows that look so while their remark says so; the sign in the remark says the same without colour. */
  error: '#fbe0dd',
  question: '#fff3cd',
  caption: '#d9e2f3',
  /** Of the tab’s name, as long as the tab is accepted. */
  accepted: '#38761d',
} as const satisfies Record<string, Partial<Decoration> | string>;
