import { wordsOf } from '../../src/domain';
import { remarkOf, type Told } from '../../src/messages';
import type { Issue } from '../../src/model';
import { formOf, PERIOD, SCHOOL } from '../build';
import { programme } from '../four-forms';

const issue = (id: string, field: string, more: Partial<Issue> = {}): Issue => ({
  ...{ period: PERIOD, school: SCHOOL.key, form: 'marks', row: 12, id, severity: 'warning', details: {}, field },
  ...more,
});
const blank = (at: string): Issue => issue('cell/blank', at);
const error = issue('row/sum-exceeds-whole', 'enrolled', {
  severity: 'error',
  details: { sum: 16, whole: 15, rule: 'more-than-enrolled' },
});
const unlikely = issue('cell/unlikely', 'enrolled', { details: { found: 41, limit: 40 } });

const remark = (issues: readonly Issue[], more: Partial<Told> = {}): string =>
  remarkOf(issues, { form: formOf('marks'), words: wordsOf(programme), ...more });

describe('the remark of a row', () => {
  test('is empty where nothing is wrong', () => {
    expect(remark([])).toBe('');
  });

  test('tells errors first, then warnings', () => {
    expect(remark([blank('two'), error])).toMatch(/^✖ Ошибка: .*\. ⚠ Проверьте: .*\.$/);
  });

  test('says several blanks at once', () => {
    expect(remark([blank('two'), blank('three')])).toBe('⚠ Проверьте: пусто: «2», «3»; если таких нет, поставьте 0.');
  });

  test('says which warnings are explained and which are not', () => {
    expect(remark([blank('two')], { isExplained: () => true })).toMatch(/^ℹ Пояснено: пусто: «2»/);
    expect(remark([blank('two'), unlikely], { isExplained: ({ id }) => id === 'cell/unlikely' })).toMatch(
      /^⚠ Проверьте: пусто: «2».* ℹ Пояснено: «По списку, чел.»: указано 41/,
    );
    expect(remark([error], { isExplained: () => true })).toMatch(/^✖/);
  });

  test('says that an explanation is about other numbers', () => {
    expect(remark([blank('two')], { stale: true })).toContain('пояснение дано к прежнему числу');
  });
});
