import { again, andWords, cells, plus, rows, totalOf, twice, withZero } from './mistake';

const place = { form: 'staff', school: 'magdagachi-3', period: '2023-Q3' } as const;
const at = { category: 'учителя' };

export const staffMistakes = [
  ...cells(place, [
    ['a decimal comma lost', at, 'positions', '165'],
    ['a decimal point', at, 'positions', '16.5'],
    ['more positions filled than there are', at, 'positionsFilled', '17,5'],
    ['a digit typed twice', at, 'people', twice],
    ['a nought too many', at, 'people', withZero],
    ['half a person', at, 'people', '14,5'],
    ['more people with a degree than people', at, 'higherEducation', '16'],
    ['degrees and vocational training beyond all people', at, 'vocational', plus(2)],
    ['more pedagogical degrees than degrees', at, 'pedagogicalHigher', '12'],
    ['more categories than people', at, 'firstCategory', '14'],
    ['more trained than people', at, 'trainedInThreeYears', '21'],
    ['more routes than people', at, 'individualRoutes', '19'],
    ['more trained in management than people', at, 'managementTrained', '16'],
    ['more with modern methods than people', at, 'modernMethods', '25'],
    ['more students than people without a degree', at, 'studying', '9'],
    ['a percentage', at, 'trainedInThreeYears', '100%'],
    ['a percentage without its sign', at, 'modernMethods', '93,3'],
    ['names in place of a count', at, 'retrainingNeeded', 'Иванова А. П.'],
    ['subjects in place of a count', at, 'retrainingNeeded', 'физика, химия'],
    ['words behind the number', at, 'people', andWords],
    ['a dash for nobody', at, 'studying', '-'],
    ['«нет» for nobody', at, 'retrained', 'нет'],
    ['the cell left blank', at, 'highestCategory', ''],
    ['nobody, though positions are filled', at, 'people', '0'],
    ['a category that is none', at, 'category', 'завуч'],
    ['many became none', at, 'higherEducation', '0'],
  ]),
  ...rows(place, [
    ['a category twice', 'category', again(at)],
    ['a total row', 'category', totalOf({ category: 'Всего' })],
  ]),
];
