import type { School } from '../model';
import { calledAs, reportKinds } from '../pipeline';
import type { BuiltDocument } from './document-memory';

/** «Карточка школы, Школа №2»: how a document is called in a list of its period. */
export function documentTitle(
  { kind, edition, subject }: Pick<BuiltDocument, 'kind' | 'edition' | 'subject'>,
  schools: readonly Pick<School, 'key' | 'name'>[],
): string {
  const known = reportKinds.find(({ key }) => key === kind);
  const title = known ? calledAs(known, subject).title : kind;
  const about = subject === null ? [] : [schools.find(({ key }) => key === subject)?.name ?? subject];
  return [title, ...about, ...(edition === 'публичная' ? [edition] : [])].join(', ');
}
