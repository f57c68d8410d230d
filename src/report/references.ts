import type { Block, ChartBlock, Content } from '../model';
import type { PartChart, PartTable } from './kind';

/** Numbers by what refers to them: a table's key, `part:key`, `figure:key`. */
export type Numbers = ReadonlyMap<string, number>;

type TableBlock = Extract<Block, { kind: 'table' }>;

const BRACKETED = / \([^(){}]*\{((?:part:|figure:)?[a-z][a-z0-9-]*)\}\)(\.?)/g;
const KEY = /\{((?:part:|figure:)?[a-z][a-z0-9-]*)\}/g;
const NOWHERE = '–';

/** «(таблица {marks})» with the number; without it the bracket goes, and the sentence does not end in two dots («г..»). */
function referredText(text: string, numbers: Numbers): string {
  if (!text.includes('{')) return text;
  const bracketed = text.replace(BRACKETED, (whole, key: string, dot: string, at: number) => {
    if (numbers.has(key)) return whole;
    return text[at - 1] === '.' ? '' : dot;
  });
  return bracketed.replace(KEY, (_, key: string) => String(numbers.get(key) ?? NOWHERE));
}

const referredContent = (content: Content, numbers: Numbers): Content =>
  typeof content === 'string'
    ? referredText(content, numbers)
    : content.map((run) => ({ ...run, text: referredText(run.text, numbers) }));

/** The table under its number. */
export function captioned({ key: _, landscape: __, title, ...table }: PartTable, number: number): TableBlock {
  return { ...table, caption: `Таблица ${number} – ${title}` };
}

/** The chart under its number. */
export function numberedChart({ intro: _, impersonal: __, title, ...chart }: PartChart, number: number): ChartBlock {
  return { ...chart, caption: `Рисунок ${number} – ${title}` };
}

/** The block with numbers in place of keys, in all texts that a report's author writes; cells of tables hold data. */
export function referred(block: Block, numbers: Numbers): Block {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map((item) => referredContent(item, numbers)) };
    case 'table':
    case 'chart':
      return block.note === undefined ? block : { ...block, note: referredText(block.note, numbers) };
    case 'two-sides':
    case 'contents':
    case 'page':
      return block;
    default:
      return { ...block, content: referredContent(block.content, numbers) };
  }
}
