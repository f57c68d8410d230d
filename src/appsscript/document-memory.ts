import type { Edition } from '../model';
import type { Imported } from '../pipeline';
import { allRemembered, remember, remembered } from './remembered';

/** A document as it was last written. */
export interface Written extends Imported {
  readonly id: string;
  readonly hash: string;
  /** Whose it is: with the scope that the add-on has, nobody else's runs can reach it. Unknown of version 0.1.0's. */
  readonly by?: string;
}

/** Said before Drive is asked to write: a run that dies before `written` is renewed is recognised by the token. */
export interface Writing extends Omit<Written, 'id'> {
  readonly token: string;
  /** The document that is written over; without it a new one is made. */
  readonly id?: string;
}

/** What was to be written is written: into this document. */
export function written({ token: _token, id: _over, ...rest }: Writing, id: string): Written {
  return { id, ...rest };
}

/** Kept in a document property under the report's key, so that every coordinator sees the same. */
interface Memory {
  readonly written: Written | null;
  readonly writing?: Writing;
}

/** As version 0.1.0 kept it: with Drive's modifiedTime after its own write. */
interface Older {
  readonly written: { readonly id: string; readonly hash: string; readonly modified: string } | null;
  readonly writing?: { readonly token: string; readonly hash: string };
}

export function memoryOf(key: string): Memory {
  const stored = remembered(key);
  return stored === null ? { written: null } : ofToday(JSON.parse(stored) as Memory | Older);
}

function ofToday({ written, writing }: Memory | Older): Memory {
  return {
    written: written && 'modified' in written ? { ...written, at: written.modified } : written,
    ...(writing && { writing: 'at' in writing ? writing : { ...writing, at: '' } }),
  };
}

export const keep = (key: string, memory: Memory): void => remember(key, JSON.stringify(memory));

const WHO = 'coordinator';

/** Tells one coordinator from another without an address; the same from run to run. */
export function whoRuns(): string {
  const own = PropertiesService.getUserProperties();
  const known = own.getProperty(WHO);
  if (known !== null) return known;
  const made = Utilities.getUuid();
  own.setProperty(WHO, made);
  return made;
}

/** A document that the workbook remembers to have written. */
export interface BuiltDocument {
  readonly kind: string;
  readonly period: string;
  readonly edition: Edition;
  readonly subject: string | null;
  readonly id: string;
}

const REPORT = 'report';

/** Every document of a report, by its memory alone: whether it is still on Drive is seen when it is opened. */
export function writtenDocuments(): BuiltDocument[] {
  return Object.keys(allRemembered()).flatMap((key) => {
    const [what, kind, period, edition, subject = null] = key.split(':');
    if (what !== REPORT || !kind || !period || !edition) return [];
    const id = memoryOf(key).written?.id ?? '';
    return id === '' ? [] : [{ kind, period, edition: edition as Edition, subject, id }];
  });
}
