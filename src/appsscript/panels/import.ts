import {
  type Field,
  type Form,
  type ImportContents,
  type ImportDone,
  type ImportFound,
  type ImportPanel,
  type ImportRequest,
  quarterTitle,
  type SentCounts,
  type SubjectList,
} from '../../model';
import { differenceWords, keepAliases, readKnownSchools } from '../../pipeline';
import { programme } from '../../programme';
import { Refusal, readNeeded } from '../book';
import { writtenWords } from '../commands/apply-import';
import { type CountsTaken, takeCounts } from '../import-counts';
import { mend } from '../mend';
import { openSchoolTab } from '../open-school-tab';
import { openForRun } from '../opened-book';
import type { Panel } from '../panel';
import { record } from '../run';

export const importFile: Panel<ImportPanel> = {
  key: 'import',
  title: 'Внести из файла',
  load,
  actions: {
    compare: { needs: 'lock', run: compare },
    put: { needs: 'lock', run: put },
    openTab: { changes: 'nothing', run: openSchoolTab },
  },
};

function load(): ImportContents {
  const { book, settings, register } = openForRun();
  return {
    period: quarterTitle(settings.period),
    municipality: String(settings.values.municipality ?? ''),
    schools: readKnownSchools(register.schools, readNeeded(book, 'schools')),
    forms: programme.forms.map(({ key, title }) => ({ key, title })),
    subjects: Object.fromEntries(programme.forms.flatMap(subjectsOf)),
  };
}

function subjectsOf({ key, fields }: Form): [string, SubjectList][] {
  const { subject } = fields as Readonly<Record<string, Field>>;
  return subject?.choices ? [[key, { words: subject.choices, names: subject.synonyms ?? {} }]] : [];
}

const foundIn = ({
  put: written,
  same,
  differences,
  notDue,
  troubles,
  refused,
  undated,
}: CountsTaken): ImportFound => ({
  put: written,
  same,
  differences,
  notDue,
  refused: [...troubles, ...refused],
  undated,
});

function compare(sent: readonly SentCounts[], assumesOpen: boolean): ImportFound {
  const decided = { replace: new Set<string>(), opens: () => false, assumesOpen: assumesOpen === true };
  return foundIn(takeCounts(openForRun(), sent, decided, false));
}

function put({ sent, aliases, replace, open, assumesOpen }: ImportRequest): ImportDone {
  const opened = openForRun();
  const mended = mend(opened, 'координатор');
  if (mended) throw new Refusal(`${mended.lines.join(' ')} Внесите файл ещё раз.`);
  const { book, register } = opened;
  const decided = { replace: new Set(replace), opens: ({ key }: { key: string }) => open.includes(key), assumesOpen };
  const taken = takeCounts(opened, sent, decided, true);
  const kept = keepAliases(readNeeded(book, 'schools'), aliases);
  book.apply(kept.patches);
  const told = [
    ...writtenWords(taken.put, register.schools),
    ...taken.replaced.map((difference) => `Заменено: ${differenceWords(difference)}`),
  ];
  if (told.length > 0)
    record(book, { who: 'координатор', what: 'Внесено из файла', stamp: '', details: told.join(' ') });
  return { ...foundIn(taken), replaced: taken.replaced, remembered: kept.told };
}
