import { wordsOf } from '../domain';
import type { Issue, Programme, Review, ReviewedForm, ReviewedIssue, School } from '../model';
import { textOf } from '../model';
import { readMemory } from '../workbook';
import type { CheckedBlock, CheckedTab } from './check-tab';
import { warningKey } from './remember';
import { changesInWords } from './tab-status';
import { leftIn } from './tab-words';

/** A checked tab as the coordinator looks through it: errors before questions, questions before what is explained. */
export function reviewOf(programme: Programme, { key, name }: School, checked: CheckedTab): Review {
  const { prints } = checked.tab.status;
  return {
    school: key,
    name,
    left: leftIn(checked),
    changes: prints ? changesInWords(checked, checked.tab.status) : [],
    forms: checked.blocks.map((block) => formOf(programme, block)).filter(({ issues }) => issues.length > 0),
  };
}

const ORDER: Readonly<Record<ReviewedIssue['kind'], number>> = { error: 0, question: 1, explained: 2 };

function formOf(programme: Programme, block: CheckedBlock): ReviewedForm {
  const { form } = block.block;
  const words = wordsOf(programme);
  const issues = block.checked.issues.map((issue): ReviewedIssue => {
    const row = rowOf(block, issue);
    return {
      row,
      whole: issue.row === 0,
      name: nameOf(block, issue),
      words: words(issue),
      kind: kindOf(block, issue, row),
    };
  });
  issues.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  return { key: form.key, title: form.title, issues };
}

const placedAt = ({ placed }: CheckedBlock, { row }: Issue) => placed.find(({ raw }) => raw.row === row);

const rowOf = (block: CheckedBlock, issue: Issue): number => placedAt(block, issue)?.tabRow ?? block.block.titleRow;

function nameOf(block: CheckedBlock, issue: Issue): string {
  const cells = placedAt(block, issue)?.raw.cells ?? {};
  return block.block.form.identity
    .map((key) => textOf(cells[key]))
    .filter((word) => word !== '')
    .join(' ');
}

/** What is remembered beside the row says which of its questions are answered. */
function kindOf({ beside, checked: _ }: CheckedBlock, issue: Issue, row: number): ReviewedIssue['kind'] {
  if (issue.severity === 'error') return 'error';
  const explained = readMemory(beside.get(row)?.memory)?.explained ?? [];
  return explained.includes(warningKey(issue)) ? 'explained' : 'question';
}
