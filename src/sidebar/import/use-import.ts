import { useRef, useState } from 'preact/hooks';
import type { ImportContents, ImportDone, ImportFound, ImportPanel } from '../../model/import-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { aliasesOf, type ChosenFile, goingOf, type ReadFile, readFiles, type Said } from './read-files';
import { keepSubjects, keptSubjects, type SaidSubjects, withKnownSubjects } from './subjects';

/** What is known of the chosen files, step by step. */
export interface Work {
  readonly files: readonly ReadFile[];
  readonly said: Said;
  readonly subjects: SaidSubjects;
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
  busy: null,
  found: null,
  replace: [],
  open: [],
  done: null,
  trouble: null,
};

export interface ImportControls {
  readonly work: Work;
  choose(files: readonly File[]): void;
  /** Which school a stranger is; `''` for none of ours. */
  say(stranger: string, school: string): void;
  /** Which of the form's words a subject is; `''` to leave its rows out. */
  saySubject(subject: string, word: string): void;
  decide(of: 'replace' | 'open', key: string, yes: boolean): void;
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

  async function compare(said: Said, subjects: SaidSubjects): Promise<void> {
    turn.current += 1;
    const own = turn.current;
    const show = (now: Work) => own === turn.current && setWork(now);
    const files = readFiles(chosen.current, contents, said);
    const now: Work = { ...NOTHING, files, said, subjects };
    const sent = withKnownSubjects(goingOf(files), contents, subjects);
    if (sent.length === 0) {
      show(now);
      return;
    }
    show({ ...now, busy: 'comparing' });
    failed.current = () => void compare(said, subjects);
    try {
      show({ ...now, found: await api.act('compare', sent) });
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
    await compare({}, keptSubjects());
  }

  async function put(): Promise<void> {
    setWork({ ...work, busy: 'putting', trouble: null });
    failed.current = () => void put();
    const { said, subjects, replace, open } = work;
    try {
      const sent = withKnownSubjects(goingOf(work.files), contents, subjects);
      const done = await api.act('put', { sent, aliases: aliasesOf(said), replace, open });
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
    say: (stranger, school) => void compare({ ...work.said, [stranger]: school }, work.subjects),
    saySubject: (subject, word) => {
      const subjects = { ...work.subjects, [subject]: word };
      keepSubjects(subjects);
      void compare(work.said, subjects);
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
