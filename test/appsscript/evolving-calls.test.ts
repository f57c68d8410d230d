import { programme } from '../../src/local/bench/programme';
import { otherAddOn } from '../../src/local/other-add-on';
import { programme as first } from '../four-forms';
import { District, differences, looksOf, schoolsOf } from './district';

const dist = otherAddOn({ programme: 'src/local/bench/programme.ts' });

/** What the first consolidation under the grown programme costs a school, beside what the next one does. */
function callsATab(): number {
  const costOf = (schools: number): number => {
    const district = District.ready({ schools: schoolsOf(schools) }).copy({ dist });
    const { calls } = district.runtime;
    const consolidated = (): number => {
      calls.reset();
      district.click('consolidateWorkbook');
      return calls.service;
    };
    const grown = consolidated();
    return grown - consolidated();
  };
  return (costOf(4) - costOf(2)) / 2;
}

/** Of all new forms together; of each only its row of keys is made thin by itself. */
const AT_ONCE = 35;

test('many new forms come onto a tab at once: each costs one call more', () => {
  const added = programme.forms.length - first.forms.length;
  expect(added).toBeGreaterThan(1);
  expect(callsATab()).toBeLessThanOrEqual(AT_ONCE + added);
});

const SECONDS_A_CALL = 5;

test('with a Google that takes five seconds for every call each click comes further, and the tabs become what they would at once', () => {
  const ready = District.ready({ schools: schoolsOf(2) });
  ready.fill('s1');
  const [atOnce, slow] = [ready.copy({ dist }), ready.copy({ dist })];
  atOnce.click('consolidateWorkbook');
  slow.onCall = ({ phase }) => {
    if (phase === 'after') slow.runtime.advance(SECONDS_A_CALL * 1000);
  };
  const titles: string[] = [];
  while (titles.at(-1) !== 'Свод собран' && titles.length < 40) titles.push(slow.click('consolidateWorkbook').title);
  expect(titles.at(-1)).toBe('Свод собран');
  expect(titles).toContain('Вкладки дополнены не все');
  const lookOf = ({ runtime }: District) =>
    // The first two rows of a consolidated tab say when it was.
    new Map(
      [...looksOf(runtime.book, (tab) => /^(Школа №|Сводные)/.test(tab))].filter(
        ([key]) => !/^Сводные.*![AB][12] /.test(key),
      ),
    );
  expect(differences(lookOf(atOnce), lookOf(slow))).toEqual([]);
});
