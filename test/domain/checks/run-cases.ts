import { wordsOf } from '../../../src/domain';
import type { Case, Check, Programme } from '../../../src/model';
import { foundInCase } from './found-in-case';

/** What a check says of an example: «row: words». */
function said(of: Programme, check: Check, example: Case): string[] {
  const words = wordsOf(of);
  return foundInCase(of, check, example).map((issue) => `${issue.row}: ${words(issue)}`);
}

const LATIN = /[A-Za-z]{2,}/;

/** The examples of checks are their tests. */
export function runCases(of: Programme, all: readonly Check[]): void {
  describe.each(all.map((check) => [check.id, check] as const))('%s', (_, check) => {
    for (const example of check.cases) {
      test(JSON.stringify(example.rows).slice(0, 90), () => {
        const sentences = said(of, check, example);
        expect(sentences).toEqual(example.says);
        for (const sentence of sentences) {
          expect(sentence.replace('#REF!', 'ошибку')).not.toMatch(LATIN);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object|«»|\s{2}|\s[.,:;]|\.\./);
          expect(sentence.length).toBeLessThanOrEqual(200);
        }
      });
    }

    test('is shown by an example with a finding and by one without', () => {
      // What a tab remembers is found where the tab is read, and shown by the tests of that.
      if (check.needs === 'memory') return;
      expect(check.cases.some(({ says }) => says.length > 0)).toBe(true);
      expect(check.cases.some(({ says }) => says.length === 0)).toBe(true);
    });
  });
}
