import { useRef, useState } from 'preact/hooks';
import type { Taught } from '../../import';
import type { ImportContents, ImportDone, ImportFound, ImportPanel } from '../../model/import-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { keepAnswers, keptAnswers } from './kept-answers';
import { aliasesOf, type ChosenFile, goingOf, type ReadFile, readFiles, type Said } from './read-files';
import { type SaidSubjects, withKnownSubjects } from './subjects';

/** What is known of the chosen files, step by step. */
export interface Work {
  readonly files: readonly ReadFile[];
  readonly said: Said;
  readonly subjects: SaidSubjects;
  readonly taught: Taught;
  /** What does not say its period is of the open one. */
  readonly assumesOpen: boolean;
  /** Names of files that may have lost lines and were said to be whole. */
  readonly whole: readonly string[];
  readonly busy: 'reading' | 'comparing' | 'putting' | null;
  readonly found: ImportFound | null;
  /** Differences in which the file is right, and forms that are to be opened. */
  readonly replace: readonly string[];
  readonly open: readonly string[];
  readonly done: ImportDone | null;
  readonly trouble: Trouble | null;
}

const NOTHING: Work = {
  files: [],
  said: {},
  subjects: {},
  taught: {},
  assumesOpen: false,
  whole: [],
  busy: null,
  found: null,
  replace: [],
  open: [],
  done: null,
  trouble: null,
};

const SUBJECTS = 'subjects';
const COLUMNS = 'columns';

type Answers = Pick<Work, 'said' | 'subjects' | 'taught' | 'assumesOpen' | 'whole'>;
const answersOf = ({ said, subjects, taught, assumesOpen, whole }: Work): Answers => ({
  ...{ said, subjects, taught, assumesOpen, whole },
});

export interface ImportControls {
  readonly work: Work;
  choose(files: readonly File[]): void;
  /** Which school a stranger is; `''` for none of ours. */
  say(stranger: string, school: string): void;
  /** Which of the form's words a subject is; `''` to leave its rows out. */
  saySubject(subject: string, word: string): void;
  /** Whether what does not say its period is of the open one. */
  assume(open: boolean): void;
  /** Which column is which in tables that nobody has recognised. */
  teach(taught: Taught): void;
  decide(of: 'replace' | 'open' | 'whole', key: string, yes: boolean): void;
  put(): void;
  /** Tries again what has failed. */
  again(): void;
  startAnew(): void;
}

export function useImport(api: PanelApi<ImportPanel>, contents: ImportContents): ImportControls {
  const [work, setWork] = useState<Work>(NOTHING);
  const chosen = useRef<readonly ChosenFile[]>([]);
  // An answer to what was asked before something else was chosen is not waited for any more.
  const turn = useRef(0);
  const failed = useRef<() => void>(() => {});

  async function compare(answers: Answers): Promise<void> {
    const { said, subjects, taught } = answers;
    turn.current += 1;
    const own = turn.current;
    const show = (now: Work) => own === turn.current && setWork(now);
    const files = readFiles(chosen.current, contents, said, taught);
    const now: Work = { ...NOTHING, ...answers, files };
    const sent = withKnownSubjects(goingOf(files), contents, subjects);
    if (sent.length === 0) {
      show(now);
      return;
    }
    show({ ...now, busy: 'comparing' });
    failed.current = () => void compare(answers);
    try {
      show({ ...now, found: await api.act('compare', sent, answers.assumesOpen) });
    } catch (error) {
      show({ ...now, trouble: troubleOf(error) });
    }
  }

  async function choose(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setWork({ ...NOTHING, busy: 'reading' });
    chosen.current = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const kept = { subjects: keptAnswers(SUBJECTS), taught: keptAnswers(COLUMNS) };
    await compare({ ...answersOf(NOTHING), ...kept });
  }

  async function put(): Promise<void> {
    setWork({ ...work, busy: 'putting', trouble: null });
    failed.current = () => void put();
    const { said, subjects, replace, open, assumesOpen } = work;
    try {
      const sent = withKnownSubjects(goingOf(work.files), contents, subjects);
      const done = await api.act('put', { sent, aliases: aliasesOf(said), replace, open, assumesOpen });
      setWork({ ...work, busy: null, trouble: null, done });
    } catch (error) {
      setWork({ ...work, busy: null, trouble: troubleOf(error) });
    }
  }

  const withOrWithout = (keys: readonly string[], key: string, yes: boolean) => [
    ...keys.filter((other) => other !== key),
    ...(yes ? [key] : []),
  ];
  return {
    work,
    choose: (files) => void choose(files),
    say: (stranger, school) => void compare({ ...answersOf(work), said: { ...work.said, [stranger]: school } }),
    saySubject: (subject, word) => {
      const subjects = { ...work.subjects, [subject]: word };
      keepAnswers(SUBJECTS, subjects);
      void compare({ ...answersOf(work), subjects });
    },
    assume: (assumesOpen) => void compare({ ...answersOf(work), assumesOpen }),
    teach: (taught) => {
      keepAnswers(COLUMNS, taught);
      void compare({ ...answersOf(work), taught });
    },
    decide: (of, key, yes) => setWork({ ...work, [of]: withOrWithout(work[of], key, yes) }),
    put: () => void put(),
    again: () => failed.current(),
    startAnew: () => {
      turn.current += 1;
      setWork(NOTHING);
    },
  };
}
