import type { Runtime } from '../runtime';
import type { Happened, Panel, Scene } from './messages';
import { peopleOf } from './people';
import type { History } from './person-edits';
import { inRussian } from './refusals';

/** The workbook as people work with it in the browser. */
export interface Session {
  runtime: Runtime;
  history: History;
  /** The figures are invented. */
  training: boolean;
}

export function sceneOf({ runtime, history, training }: Session): Scene {
  const { book, files, mail, triggers } = runtime;
  const format = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone: book.timeZone });
  return {
    tabs: book.sheets.map(({ id, name, hidden, tabColor }) => ({ id, name, hidden, color: tabColor })),
    people: peopleOf(runtime),
    training,
    documents: files
      .filter(({ trashed }) => !trashed)
      .map(({ id, name, modifiedTime }) => ({ id, title: name, modified: format.format(new Date(modifiedTime)) })),
    letters: mail.map(({ to, subject, body }) => ({ to, subject, body })),
    now: format.format(new Date(runtime.now())),
    canUndo: !history.isEmpty,
    scheduled: triggers.filter(({ source }) => source === 'CLOCK').map(({ handler }) => handler),
  };
}

export type Came = Partial<Omit<Happened, 'scene'>> | undefined;

/** Does `work` and tells all that came of it; what it throws is told in words, as Google's red bar does. */
export function happen(session: Session, work: () => Came): Happened {
  const { shown } = session.runtime;
  const before = shown.length;
  let came: Came;
  try {
    came = work();
  } catch (error) {
    came = { error: inRussian(error instanceof Error ? error.message : String(error)) };
  }
  const panels = shown.slice(before).filter((each): each is Panel => !('buttons' in each));
  return { ...came, shown: [...panels, ...(came?.shown ?? [])], scene: sceneOf(session) };
}

/** Google hides the errors of simple triggers; whoever tries the add-on out ought to see them. */
export function hiddenError(error: Error | undefined): Came {
  if (!error) return undefined;
  console.error(error);
  const title = 'Сбой, которого в Google не видно';
  return { shown: [{ kind: 'toast', user: '', title, message: error.message, seconds: null }] };
}
