import { canonicalJson, type ReportDocument } from '../model';
import { judgeEdits } from '../pipeline';
import { Refusal } from './book';
import { keep, memoryOf, type Written, whoRuns, written } from './document-memory';
import { type DrawnDocument, drawDocument, type Without } from './draw-document';
import { driveService, FIELDS, fileByToken, fileOf, revisionsOf } from './drive-files';
import { hashOf } from './hash';
import { docxOf } from './renderer';

const DOCUMENT = 'application/vnd.google-apps.document';

export interface WrittenDocument {
  readonly id: string;
  readonly url: string;
  readonly hash: string;
  /** What was done with it, in words. */
  readonly words: string;
}

/** What a person has to decide before a document is written. */
export interface Doubt {
  /** `others`: only another coordinator's runs can write into it; `unreachable`: whether there is one cannot be told. */
  readonly why: 'edited' | 'undecided' | 'others' | 'unreachable';
  /** '' where it is not known. */
  readonly url: string;
  /** Unlike that of any other state of the document. */
  readonly state: string;
}

/** A document of its own beside the old one, or new contents for the old one. */
export type Choice = 'beside' | 'replace';
export type Decide = (doubt: Doubt) => Choice;

/** Nobody to be asked: what people wrote stays; where there may be another's document, no second one is made. */
export const unasked: Decide = ({ why, url }) => {
  if (why !== 'others') return 'beside';
  throw new Refusal(
    `Этот отчёт строит другой координатор${url && ` (${url})`}, обновить документ может только он. Попросите его или постройте отчёт из меню «Качество образования»: там можно создать свой документ.`,
  );
};

/** The hash tells whether two reports say the same; the bytes of the file may differ. */
export const hashOfTree = (document: ReportDocument): string => hashOf(canonicalJson(document));

/** One document for each kind, period, edition and subject; without a subject it is as version 0.1.0 kept it. */
export const keyOf = ({ kind, period, edition, subject }: ReportDocument): string =>
  ['report', kind, period, edition, ...(subject === undefined ? [] : [subject])].join(':');
export const urlOf = (id: string): string => (id === '' ? '' : `https://docs.google.com/document/d/${id}/edit`);

/** Where the report is to go. */
interface Target {
  readonly choice: Choice;
  readonly words: string;
  /** Newest revision of the document that is written over. */
  readonly before?: string;
}

/**
 * Writes a report as a Google Doc. Unchanged: nothing is written, nor drawn. Changed and untouched by people: the same
 * document gets the new contents. Edited by a person, undecided or another coordinator's: as `decide` says.
 */
export function writeDocument(composed: ReportDocument, decide: Decide, without: Without): WrittenDocument {
  driveService();
  const key = keyOf(composed);
  const me = whoRuns();
  const { old, reach } = recall(key, me);
  const standing = standingAs(hashOfTree(composed), key, { old, reach });
  if (standing) return standing;
  const target = targetOf(old, reach, decide);
  const { document, pictures, trouble } = drawDocument(composed, without);
  const hash = hashOfTree(document);
  const same = trouble === '' ? null : standingAs(hash, key, { old, reach });
  if (same) return { ...same, words: same.words + trouble };
  const { choice, before } = target;
  const words = target.words + trouble;
  const over = choice === 'replace' ? old!.id : undefined;
  const token = Utilities.getUuid();
  const writing = {
    token,
    hash,
    at: new Date().toISOString(),
    by: me,
    ...(before && { before }),
    ...(over && { id: over }),
  };
  keep(key, { written: old && old.id !== '' ? old : null, writing });
  const id = write({ document, pictures }, { report: key, token }, over);
  keep(key, { written: written(writing, id) });
  return { id, url: urlOf(id), hash, words };
}

/** The document that says it already. */
function standingAs(hash: string, key: string, { old, reach }: Recalled): WrittenDocument | null {
  if (old?.hash !== hash || !(reach === 'open' || (reach === 'others' && old.id !== ''))) return null;
  if (reach === 'open') rememberOwn(key, old);
  const whose = reach === 'others' ? ' Его ведёт другой координатор: откройте по ссылке, если он дал вам доступ.' : '';
  const words = `Отчёт не изменился, документ оставлен как есть.${whose}`;
  return { id: old.id, url: urlOf(old.id), hash, words };
}

type Pictured = Pick<DrawnDocument, 'document' | 'pictures'>;

function write(pictured: Pictured, appProperties: Record<string, string>, over: string | undefined): string {
  const { Files } = driveService();
  const resource = { name: pictured.document.title, appProperties };
  const blob = docxOf(pictured.document, pictured.pictures);
  if (over) Files.update(resource, over, blob, FIELDS);
  return over ?? Files.create({ ...resource, mimeType: DOCUMENT }, blob, FIELDS).id!;
}

function targetOf(old: Written | null, reach: Reach, decide: Decide): Target {
  if (!old) return { choice: 'beside', words: 'Отчёт создан.' };
  const url = urlOf(old.id);
  if (reach === 'binned' || reach === 'deleted') {
    const why = reach === 'binned' ? `лежит в корзине: ${url}` : 'удалён';
    return { choice: 'beside', words: `Создан новый документ: прежний ${why}.` };
  }
  if (reach === 'others' || reach === 'unreachable') {
    decide({ why: reach, url, state: `${reach} ${old.id}` });
    const which =
      reach === 'others' ? 'ведёт другой координатор' : 'недоступен (удалён или создан другим координатором)';
    return { choice: 'beside', words: `Создан новый документ: прежний ${which}. Он не тронут${url && `: ${url}`}` };
  }
  const revisions = revisionsOf(old.id);
  const { state } = judgeEdits(old, revisions);
  const before = revisions[revisions.length - 1]?.id;
  const over = before === undefined ? {} : { before };
  if (state === 'untouched') return { choice: 'replace', words: 'Отчёт обновлён в том же документе.', ...over };
  const choice = decide({ why: state, url, state: `${old.id} ${before}` });
  if (choice === 'replace')
    return { choice, words: 'Текст документа заменён, прежний остался в его истории версий.', ...over };
  const why = state === 'edited' ? 'изменён вручную' : 'мог быть изменён вручную';
  return { choice, words: `Создан новый документ: прежний ${why}. Он не тронут: ${url}` };
}

/** While the revisions stand apart: Google joins old ones. */
function rememberOwn(key: string, old: Written): void {
  if (old.revision !== undefined) return;
  const found = judgeEdits(old, revisionsOf(old.id));
  if (found.state !== 'undecided') keep(key, { written: { ...old, revision: found.revision } });
}

/** What this run can do with the document that is remembered. */
type Reach = 'none' | 'open' | 'binned' | 'deleted' | 'others' | 'unreachable';

interface Recalled {
  readonly old: Written | null;
  readonly reach: Reach;
}

/** The document as it was last written, an unfinished write that did reach Drive included. */
function recall(key: string, me: string): Recalled {
  const { written: last, writing } = memoryOf(key);
  if (writing) {
    const { token, by } = writing;
    const file = writing.id ? fileOf(writing.id) : fileByToken(token);
    if (file?.appProperties?.token === token) {
      const old = written(writing, file.id!);
      keep(key, { written: old });
      return { old, reach: file.trashed ? 'binned' : 'open' };
    }
    // Whether another's run that died has reached Drive, only that one's next run can tell.
    if (!file && by !== undefined && by !== me && !writing.id)
      return { old: last ?? written(writing, ''), reach: 'others' };
  }
  if (!last) return { old: null, reach: 'none' };
  const file = fileOf(last.id);
  if (file) return { old: last, reach: file.trashed ? 'binned' : 'open' };
  return { old: last, reach: last.by === undefined ? 'unreachable' : last.by === me ? 'deleted' : 'others' };
}
