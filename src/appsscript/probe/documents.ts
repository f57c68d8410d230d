import type { ReportDocument } from '../../model';
import { GOST } from '../../pipeline';
import { docxOf } from '../renderer';
import { messageOf } from './answers';
import { NotTried, type Probe } from './probe';
import { MARK } from './workbench';

const DOCUMENT = 'application/vnd.google-apps.document';
const FIELDS = { fields: 'id,mimeType' };
const TITLE = 'Проверка установки: временный документ';

type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

/** Two blocks are enough to see whether a DOCX becomes a document. */
const tree = (words: string): ReportDocument => ({
  kind: 'probe',
  edition: 'служебная',
  title: TITLE,
  period: '',
  layout: GOST,
  blocks: [
    { kind: 'title', content: TITLE },
    { kind: 'paragraph', content: words },
  ],
});

const blobOf = (words: string): GoogleAppsScript.Base.Blob => docxOf(tree(words));

function driveService(): NonNullable<typeof Drive> {
  if (typeof Drive !== 'undefined' && Drive) return Drive;
  throw new NotTried('служба Drive не включена');
}

const files = () => driveService().Files;

const fileOf = (id: string): File => files().get(id, FIELDS) as File;

/** The document that the probes below share; made by the first of them, so that one run makes one document. */
let made: File | null = null;

function document(): File & { id: string } {
  if (!made?.id) throw new NotTried('временный документ не создан');
  return made as File & { id: string };
}

export const DOCUMENTS: readonly Probe[] = [
  {
    key: 'drive',
    belief: 'Служба Drive включена в проекте скрипта',
    expected: 'включена',
    find: () =>
      typeof Drive !== 'undefined' && Drive ? 'включена' : 'не включена: «Apps Script», «Службы», Drive API',
  },
  {
    key: 'docx-to-document',
    belief: 'Files.create делает из файла DOCX документ Google',
    expected: DOCUMENT,
    find() {
      const resource = { name: TITLE, mimeType: DOCUMENT, appProperties: { [MARK.key]: MARK.value } };
      made = files().create(resource, blobOf('Создан.'), FIELDS);
      return made.mimeType ?? 'тип не назван';
    },
  },
  {
    key: 'document-revisions',
    belief:
      'Revisions.list работает, у нового документа одна версия (видна с опозданием): по ней узнаётся правка человека',
    expected: 'не больше одной',
    find() {
      const { id } = document();
      const { revisions = [] } = driveService().Revisions.list(id, { fields: 'revisions(id,modifiedTime)' });
      return revisions.length > 1 ? `${revisions.length}` : 'не больше одной';
    },
  },
  {
    key: 'document-listed',
    belief: 'Files.list находит документ дополнения по его свойству',
    expected: 'найден',
    find() {
      const { id } = document();
      const q = `appProperties has { key='${MARK.key}' and value='${MARK.value}' } and trashed = false`;
      const found = files().list({ q, fields: 'files(id)' }).files ?? [];
      return found.some((file) => file.id === id) ? 'найден' : 'не найден';
    },
  },
  {
    key: 'document-updated',
    belief: 'Files.update меняет содержание того же документа: номер и вид остаются',
    expected: 'тот же документ',
    find() {
      const { id } = document();
      const file = files().update({ name: TITLE }, id, blobOf('Изменён.'), FIELDS);
      return file.id === id && file.mimeType === DOCUMENT ? 'тот же документ' : 'другой документ';
    },
  },
  {
    key: 'document-removed',
    belief: 'Удалённый документ узнаётся по словам «not found» в отказе',
    expected: 'not found',
    find() {
      const { id } = document();
      files().remove(id);
      made = null;
      try {
        fileOf(id);
        return 'документ остался';
      } catch (error) {
        return /not found/i.exec(messageOf(error))?.[0].toLowerCase() ?? messageOf(error);
      }
    },
  },
];
