import { counted, type ImportedForm, type School, type SentCounts } from '../../model';
import { differenceWords } from '../../pipeline';
import { Refusal } from '../book';
import type { Command } from '../command';
import { takeCounts } from '../import-counts';
import { mend } from '../mend';
import { openForRun } from '../opened-book';
import { type Outcome, record } from '../run';

/** What came of an import: what was written, what the tabs had already, what differs and what was refused. */
export interface Imported extends Outcome {
  readonly put: number;
  readonly same: number;
  readonly questions: readonly string[];
  readonly refused: readonly string[];
}

const sum = (forms: readonly ImportedForm[]): number => forms.reduce((all, { rows }) => all + rows, 0);

/** For panels: the counts that were found in files, written into the open period's forms of the schools. */
function apply(sent: readonly SentCounts[]): Imported {
  const opened = openForRun();
  const mended = mend(opened, 'координатор');
  if (mended) throw new Refusal(`${mended.lines.join(' ')} Внесите файл ещё раз.`);
  const { schools } = opened.register;
  const taken = takeCounts(opened, sent, { replace: new Set(), opens: () => true }, true);
  const nameOf = (key: string) => schools.find((school) => school.key === key)!.name;
  const questions = [
    ...taken.troubles,
    ...taken.differences.map((difference) => `${nameOf(difference.school)}. ${differenceWords(difference)}`),
  ];
  const told = writtenWords(taken.put, schools);
  if (told.length > 0)
    record(opened.book, { who: 'координатор', what: 'Внесено из файла', stamp: '', details: told.join(' ') });
  const unknown = `Период в файле не указан: ${counted(taken.undated, 'строка', 'строки', 'строк')} не внесено. Внесите файл через «Внести из файла…».`;
  const refused = [...taken.refused, ...(taken.undated > 0 ? [unknown] : [])];
  const [put, same] = [sum(taken.put), sum(taken.same)];
  const lines = [
    ...(told.length > 0 ? told : ['Ничего не внесено.']),
    ...(same > 0 ? [`Уже стояло то же: ${counted(same, 'строка', 'строки', 'строк')}.`] : []),
    ...questions,
    ...refused,
  ];
  return { title: 'Внесено из файла', lines, put, same, questions, refused };
}

/** A sentence a school: how many rows of which form. */
export const writtenWords = (put: readonly ImportedForm[], schools: readonly School[]): string[] =>
  schools.flatMap(({ key, name }) => {
    const own = put.filter(({ school }) => school === key);
    const forms = own.map(({ form, rows }) => `«${form}» – ${counted(rows, 'строка', 'строки', 'строк')}`);
    return forms.length === 0 ? [] : [`${name}: ${forms.join(', ')}.`];
  });

export const applyImport: Command<[sent: readonly SentCounts[]], Imported> = {
  name: 'applyImport',
  needs: 'lock',
  run: apply,
};
