import type { Form, Issue } from '../model';

/** What is wrong with its place, for lists and for results: «Форма «Отметки», строка № 12. «5»: пусто …». */
export function issueSentence(issue: Issue, form: Form | undefined, words: string): string {
  const place = `Форма «${form?.title ?? issue.form}»`;
  return `${place}${issue.row > 0 ? `, строка № ${issue.row}` : ''}. ${words}.`;
}
