import { type Cell, spacedText, textOf } from '../model';
import { inCyrillic } from './letters';

/** A subject as it is written, without what forms add to it: «Русский язык, чел.»; both exams in mathematics have one name each. */
export function subjectOf(cell: Cell | undefined): string {
  const text = inCyrillic(textOf(cell))
    .replace(/[,;]?\s*\(?(?:чел\.?|человек)\)?\s*$/i, '')
    .replace(/[\s.:;,]+$/, '');
  const words = spacedText(text);
  if (!/^матем/.test(words)) return text;
  if (/проф/.test(words)) return 'Математика (профильная)';
  return /баз/.test(words) ? 'Математика (базовая)' : text;
}
