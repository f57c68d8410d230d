import { createHash } from 'node:crypto';
import type { Book } from '../google/book';
import type { ExecutionKind } from '../google/host';
import type { ActiveState } from '../google/sheets';
import { makeCalls, type OnCall } from './calls';
import { type Clock, makeClock, type StartOfTime } from './clock';
import type { Project } from './project';
import { HARDER, type Uncertain } from './uncertain';

/** Everything that outlives an execution: what Google would have on its servers and on the users' screens. */
export interface World {
  project: Project;
  scopes: ReadonlySet<string>;
  clock: Clock;
  calls: ReturnType<typeof makeCalls>;
  onCall: OnCall | undefined;
  uncertain: Uncertain;
  owner: string;
  books: Map<string, Book>;
  bound: Book;
  /** Who granted the manifest's scopes. */
  granted: Set<string>;
  /** By store: `document`, `script`, `user:ADDRESS`. */
  properties: Map<string, Map<string, string>>;
  cache: Map<string, Map<string, { value: string; expires: number }>>;
  /** Lock by name to the execution that holds it. */
  locks: Map<string, number>;
  triggers: InstalledTrigger[];
  files: DriveFile[];
  mail: Mail[];
  shown: Shown[];
  answers: string[];
  /** Whoever sits at the screen: asked when no answer is prepared, and the run waits. */
  ask: Ask | undefined;
  failures: Failure[];
  logs: { level: string; text: string }[];
  /** The menu on each user's screen, as built last. */
  menus: Map<string, Menu[]>;
  /** What each user has selected. */
  selections: Map<string, ActiveState>;
  /** How many executions are under way, one inside another. */
  running: number;
  /** Letters and digits, never twice the same, the same in every run of the same script. */
  id(length: number): string;
}

export interface InstalledTrigger {
  id: string;
  handler: string;
  creator: string;
  source: 'CLOCK' | 'SPREADSHEETS';
  event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  schedule: Record<string, number | string>;
}

export interface DriveFile {
  id: string;
  owner: string;
  name: string;
  mimeType: string;
  /** What was uploaded: a converted document keeps the bytes it was made from. */
  bytes: Buffer;
  uploadedType: string;
  appProperties: Record<string, string>;
  parents: string[];
  description?: string;
  createdTime: string;
  modifiedTime: string;
  version: number;
  trashed: boolean;
  /** When `modifiedTime` moves by itself, in milliseconds. */
  settles?: number;
  revisions: DriveRevision[];
}

export interface DriveRevision {
  id: string;
  modifiedTime: string;
  /** From when on it is told of, in milliseconds. */
  told: number;
}

export interface Mail {
  from: string;
  to: string;
  cc?: string;
  bcc?: string;
  replyTo?: string;
  name?: string;
  subject: string;
  body: string;
  htmlBody?: string;
  attachments: { name: string | null; type: string | null; bytes: Buffer }[];
}

export type Shown =
  | {
      kind: 'sidebar' | 'dialog' | 'modeless-dialog';
      user: string;
      title: string;
      html: string;
      width: number | null;
      height: number | null;
    }
  | {
      kind: 'alert' | 'prompt';
      user: string;
      title: string;
      message: string;
      buttons: string;
      answer: string;
      text?: string;
    }
  | { kind: 'toast'; user: string; title: string; message: string; seconds: number | null };

/** What an alert or a prompt asks. */
export type Question = Omit<Extract<Shown, { buttons: string }>, 'answer' | 'text'>;
export type Ask = (question: Question) => string;

export interface Failure {
  name: string;
  kind: ExecutionKind;
  user: string;
  error: Error;
}

export type MenuItem =
  | { kind: 'item'; caption: string; functionName: string }
  | { kind: 'separator' }
  | ({ kind: 'menu' } & Menu);

export interface Menu {
  caption: string;
  items: MenuItem[];
}

/** Those of the manifest that were not refused. */
export const grantedScopes = ({ scopes, uncertain }: World): ReadonlySet<string> =>
  uncertain.refusedScopes.length === 0
    ? scopes
    : new Set([...scopes].filter((scope) => !uncertain.refusedScopes.includes(scope)));

/** Deterministic, so that two runs of one script write the same ids. */
const makeIds = () => {
  let made = 0;
  return (length: number): string => {
    made += 1;
    let text = '';
    for (let part = 0; text.length < length; part++) {
      text += createHash('sha256').update(`${made}/${part}`).digest('base64url').replace(/[-_]/g, '');
    }
    return text.slice(0, length);
  };
};

export const createWorld = (
  project: Project,
  book: Book,
  options: { now?: StartOfTime; onCall?: OnCall; owner: string; uncertain?: Partial<Uncertain> },
): World => ({
  project,
  scopes: new Set(project.manifest.oauthScopes ?? []),
  clock: makeClock(options.now),
  calls: makeCalls(),
  onCall: options.onCall,
  uncertain: { ...HARDER, ...options.uncertain },
  owner: options.owner,
  books: new Map([[book.id, book]]),
  bound: book,
  granted: new Set([options.owner]),
  properties: new Map(),
  cache: new Map(),
  locks: new Map(),
  triggers: [],
  files: [],
  mail: [],
  shown: [],
  answers: [],
  ask: undefined,
  failures: [],
  logs: [],
  menus: new Map(),
  selections: new Map(),
  running: 0,
  id: makeIds(),
});
