import { programme } from '../../src/local/bench/programme';
import { otherAddOn } from '../../src/local/other-add-on';
import { programme as first } from '../four-forms';
import { District, schoolsOf } from './district';

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
