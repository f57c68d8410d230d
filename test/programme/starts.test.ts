import type { Form, StartKnown } from '../../src/model';
import { programme } from '../../src/programme';
import { RISK_FACTORS } from '../../src/programme/forms/risk-factors';
import { STAFF_CATEGORIES } from '../../src/programme/forms/staff';

const startsOf = (key: string, known: Partial<StartKnown> = {}) => {
  const form: Form = programme.forms.find((item) => item.key === key)!;
  return form.starts!({ quarter: 4, type: 'СОШ', partner: '', enrolledIn: () => null, ...known });
};
/** As many pupils in each grade, up to the last. */
const each = (count: number, last: number) => (from: number, to: number) =>
  count * Math.max(0, Math.min(to, last) - from + 1);

test('a participant’s form on its partner begins with the partner’s row, and is blank while there is none', () => {
  expect(startsOf('partnership', { partner: 'МОБУ Ушумунская СОШ' })).toEqual([{ partner: 'МОБУ Ушумунская СОШ' }]);
  expect(startsOf('partnership')).toEqual([]);
});

test('a risk profile begins with a row for each factor of the order, staff with one for each category', () => {
  expect(startsOf('riskProfile')).toEqual(RISK_FACTORS.map((factor) => ({ factor })));
  expect(startsOf('staff')).toEqual(STAFF_CATEGORIES.map((category) => ({ category })));
  expect(startsOf('materialBase').map(({ kind }) => kind)).toHaveLength(2);
});

describe('results of the last year begin', () => {
  const groups = (type: string, known: Partial<StartKnown>) =>
    startsOf('yearResults', { type, ...known }).map(({ group, enrolled }) => `${group}: ${enrolled}`);

  test('with the grades that end in certificates, as far as a school has them, and with all others', () => {
    expect(groups('СОШ', { enrolledIn: each(20, 11) })).toEqual([
      '9 класс: 20',
      '11 класс: 20',
      'остальные классы: 180',
    ]);
    expect(groups('ООШ', { enrolledIn: each(20, 9) })).toEqual(['9 класс: 20', 'остальные классы: 160']);
    expect(groups('НОШ', { enrolledIn: each(20, 4) })).toEqual(['остальные классы: 80']);
  });

  test('without numbers where the class list tells none, all of them or those of a grade', () => {
    expect(groups('ООШ', {})).toEqual(['9 класс: ', 'остальные классы: ']);
    const enrolledIn = (from: number, to: number) => (from === to ? null : 160);
    expect(groups('ООШ', { enrolledIn })).toEqual(['9 класс: ', 'остальные классы: ']);
    expect(groups('', { enrolledIn: each(20, 9) })).toEqual([]);
  });
});

describe('the half-year beside lessons begins', () => {
  const levels = (enrolledIn: StartKnown['enrolledIn']) =>
    startsOf('coverage', { enrolledIn }).map(({ level, enrolled }) => `${level}: ${enrolled}`);

  test('with the levels that a school has pupils in', () => {
    expect(levels(each(20, 11))).toEqual(['1-4: 80', '5-9: 100', '10-11: 40']);
    expect(levels(each(20, 9))).toEqual(['1-4: 80', '5-9: 100']);
    expect(levels((from, to) => (from === 1 && to === 12 ? 180 : null))).toEqual(['1-4: ', '5-9: ', '10-11: ']);
  });

  test('with one row in a school below a hundred, and with none where nobody is on the list', () => {
    expect(levels(each(9, 11))).toEqual(['1-11: 99']);
    expect(levels(each(11, 9))).toEqual(['1-9: 99']);
    expect(levels(each(10, 10))).toEqual(['1-4: 40', '5-9: 50', '10-11: 10']);
    expect([levels(() => null), levels(() => 0)]).toEqual([[], []]);
  });
});
