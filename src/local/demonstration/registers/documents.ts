import { papers } from '../../../programme/registers/paper-list';
import { address, inTime, isoOf, type Line, NOTE, on } from './line';

/** Documents of the district, and papers of its schools, by 2023. **Invented**, but for the order's own day and number. */
type Cells = Readonly<Record<string, string>>;

const TITLES = new Map(papers.map(({ number, title }) => [String(number), title]));

/** A line says what tells its row from others; rows of schools may stand nowhere yet. */
const named = (number: string, more: Cells): Cells => ({
  number,
  school: 'район',
  title: TITLES.get(number)!,
  ...more,
});

const approved = (number: string, day: string, regNo: string, more: Cells = {}): Line =>
  on(day, {
    ...named(number, more),
    status: 'утверждён',
    signedOn: day,
    regNo,
    electronic: address(`d${number}-${isoOf(day)}`),
    note: NOTE,
    ...more,
  });
const draft = (number: string, day: string, more: Cells = {}): Line =>
  on(day, { ...named(number, more), status: 'проект', note: NOTE, ...more });

/** A school's own paper. */
const ofSchool = (number: string, school: string, day: string, regNo: string, more: Cells = {}): Line =>
  approved(number, day, regNo, { school, electronic: address(`${school}/d${number}`), ...more });

const [M3, TOL, KUZ, GUD] = ['magdagachi-3', 'tolbuzino', 'kuznetsovo', 'gudachi'] as const;
const PAPER_ONLY = { electronic: '', note: `Только на бумаге, ${NOTE}` };

const DISTRICT: readonly Line[] = [
  approved('1', '25.12.2019', '341'),
  approved('2', '20.01.2020', '11'),
  approved('3', '30.01.2020', '17'),
  approved('9', '10.02.2020', '21'),
  approved('10', '16.03.2020', '31'),
  approved('7', '15.05.2020', '48'),
  approved('18', '01.09.2020', '71'),
  approved('25', '28.09.2020', '83'),
  approved('11', '02.11.2020', '96'),
  approved('23', '11.03.2021', '29'),
  approved('19', '12.04.2021', '40'),
  approved('26', '08.07.2021', '5'),
  approved('27', '20.08.2021', '66'),
  approved('15', '14.09.2021', '77'),
  approved('17', '20.10.2021', '88'),
  draft('22', '15.12.2020', { note: `Решение отложено: за год данных мало, ${NOTE}` }),
  approved('12', '09.10.2023', '121'),
  draft('12', '06.03.2023', { note: `На согласовании у начальника отдела, ${NOTE}` }),
];

const SCHOOLS: readonly Line[] = [
  ofSchool('4', M3, '22.01.2020', '14-од'),
  ofSchool('4', TOL, '24.01.2020', '6'),
  ofSchool('4', KUZ, '27.01.2020', '5/1'),
  ofSchool('4', GUD, '28.01.2020', '9'),
  ofSchool('5', M3, '20.03.2020', '41-од'),
  ofSchool('5', KUZ, '27.03.2020', '18'),
  ofSchool('5', TOL, '31.03.2020', '19'),
  ofSchool('5', GUD, '05.04.2020', '22'),
  ofSchool('6', M3, '20.03.2020', '42-од'),
  ofSchool('6', KUZ, '27.03.2020', '19', PAPER_ONLY),
  draft('6', '01.04.2020', { school: TOL }),
  ofSchool('8', M3, '05.06.2020', '3'),
  ofSchool('8', TOL, '08.06.2020', '2', PAPER_ONLY),
  ofSchool('8', KUZ, '09.06.2020', '4'),
  ofSchool('8', GUD, '10.06.2020', '2'),
  ofSchool('14', M3, '15.10.2020', '112-од'),
  ofSchool('14', KUZ, '22.10.2020', '47'),
  draft('14', '10.11.2020', { school: TOL }),
  ofSchool('13', M3, '30.08.2021', '88-од'),
  ofSchool('13', KUZ, '31.08.2021', '36'),
  ofSchool('13', GUD, '05.09.2022', '31', PAPER_ONLY),
  ofSchool('16', M3, '13.09.2021', '95-од'),
  ofSchool('16', KUZ, '20.09.2021', '41'),
  draft('16', '20.10.2022', { school: GUD }),
  ofSchool('24', M3, '19.11.2021', '1'),
  ofSchool('24', KUZ, '10.12.2021', '2'),
  ofSchool('24', TOL, '11.03.2022', '1'),
  draft('24', '14.04.2023', { school: GUD, note: `Аудит проведён, акт у методиста, ${NOTE}` }),
  ofSchool('21', M3, '21.11.2022', '7'),
  ofSchool('21', KUZ, '15.05.2023', '3'),
  ofSchool('28', KUZ, '29.09.2023', '118'),
];

/** Documents that no row of the order has: agreements, what has replaced another. */
const OWN: readonly Line[] = [
  approved('18', '01.09.2020', '1/20', { school: M3, title: 'Договор с Магдагачинской СОШ № 1' }),
  approved('18', '02.09.2020', '2/20', { school: TOL, title: 'Договор с Ушумунской СОШ' }),
  approved('18', '02.09.2020', '3/20', { school: KUZ, title: 'Договор с Дактуйской СОШ' }),
  approved('18', '15.10.2020', '4/20', { school: `${M3}; ${KUZ}`, title: 'Договор с Центром детского творчества' }),
  approved('17', '20.10.2021', '12', { title: 'Договор с педагогическим колледжем' }),
  approved('18', '10.01.2022', '1/22', { school: `${TOL}; ushumun`, title: 'Договор об общем учителе физики' }),
  approved('27', '15.07.2022', '58', { title: 'Приказ о мерах по итогам 2021/22 учебного года' }),
  approved('25', '30.09.2022', '90', {
    title: 'Заявка на курсы на 2023 год',
    replaces: 'Д-25 Смета, заявка на курсы',
  }),
  approved('26', '30.01.2023', '1', { title: 'Протокол обсуждения итогов I полугодия 2022/23' }),
  approved('27', '10.02.2023', '9', { title: 'Приказ о мерах по итогам I полугодия 2022/23' }),
];

type Set = readonly [subject: string, grade: string, workStage: string, day: string, ready: 'да' | 'бумага' | 'проект'];

const FUND: readonly Set[] = [
  ['Русский язык', '5', 'входная', '09.11.2020', 'да'],
  ['Русский язык', '9', 'итоговая', '09.11.2020', 'да'],
  ['Математика', '5', 'входная', '16.11.2020', 'да'],
  ['Математика', '6', 'итоговая', '12.04.2021', 'да'],
  ['Алгебра', '7', 'промежуточная', '12.04.2021', 'да'],
  ['Алгебра', '9', 'итоговая', '12.04.2021', 'да'],
  ['Русский язык', '7', 'промежуточная', '18.10.2021', 'да'],
  ['Геометрия', '8', 'промежуточная', '18.10.2021', 'бумага'],
  ['Окружающий мир', '4', 'итоговая', '11.04.2022', 'да'],
  ['Физика', '8', 'промежуточная', '17.10.2022', 'да'],
  ['Биология', '7', 'промежуточная', '17.10.2022', 'бумага'],
  ['История', '8', 'итоговая', '10.04.2023', 'проект'],
];

const set = ([subject, grade, workStage, day, ready]: Set, index: number): Line => {
  const own = { title: `КИМ: ${subject.toLowerCase()}, ${grade} класс`, school: 'район', subject, grade, workStage };
  if (ready === 'проект') return draft('11', day, own);
  const link = ready === 'да' ? address(`fund/${index + 1}`) : '';
  return approved('11', day, `Ф-${index + 1}`, { ...own, electronic: link });
};

export const DOCUMENTS: readonly Line[] = inTime([...DISTRICT, ...SCHOOLS, ...OWN, ...FUND.map(set)]);

const OWN_TITLES = DOCUMENTS.filter(({ number, title }) => title !== TITLES.get(number!)).map(({ title }) => title!);

/** How a document of their own is chosen from the list: ids go by the order in which rows were added. */
export function document(title: string): string {
  const index = OWN_TITLES.indexOf(title);
  if (index < 0) throw new Error(`no document ${title}`);
  return `Д-${101 + index} ${title}`;
}
