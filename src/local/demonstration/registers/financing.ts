import { inTime, type Line, NOTE, on } from './line';

/** What the district set aside. **Invented.** */
type Cells = Readonly<Record<string, string>>;
const means = (day: string, year: number, mechanism: string, more: Cells): Line =>
  on(day, { year: String(year), mechanism, school: 'район', note: NOTE, ...more });
const COURSES = 'курсы ПК';
const BUDGET = 'бюджет района';

export const FINANCING: readonly Line[] = inTime([
  means('28.09.2020', 2020, COURSES, {
    need: '7',
    unitCost: '4',
    planned: '28',
    status: 'предусмотрено',
    source: BUDGET,
  }),
  means('20.12.2020', 2020, COURSES, { spent: '28', status: 'исполнено', evidence: 'Отчёт за 2020 год' }),
  means('20.01.2021', 2021, COURSES, {
    need: '10',
    unitCost: '4,2',
    planned: '42',
    status: 'предусмотрено',
    source: BUDGET,
  }),
  means('20.12.2021', 2021, COURSES, {
    spent: '37,8',
    status: 'исполнено',
    evidence: 'Отчёт за 2021 год, один не поехал',
  }),
  means('20.01.2021', 2021, 'оборудование', {
    school: 'tolbuzino',
    need: '1',
    unitCost: '180',
    planned: '180',
    status: 'предусмотрено',
    source: 'субвенция',
  }),
  means('20.08.2021', 2021, 'оборудование', {
    school: 'tolbuzino',
    spent: '180',
    status: 'исполнено',
    evidence: 'Контракт от 12.08.2021',
  }),
  means('20.01.2022', 2022, COURSES, {
    need: '9',
    unitCost: '4,5',
    planned: '36',
    status: 'предусмотрено',
    source: BUDGET,
    note: `На одного педагога не хватило, ${NOTE}`,
  }),
  means('20.12.2022', 2022, COURSES, { spent: '36', status: 'исполнено', evidence: 'Отчёт за 2022 год' }),
  means('20.01.2022', 2022, 'нефинансовый', {
    need: '4',
    status: 'исполнено',
    source: 'наставники ведущих школ',
    evidence: 'Приказы школ',
  }),
  means('20.01.2023', 2023, COURSES, {
    need: '9',
    unitCost: '4,5',
    planned: '40,5',
    status: 'предусмотрено',
    source: BUDGET,
  }),
  means('20.03.2023', 2023, 'оборудование', {
    school: 'gudachi',
    need: '1',
    unitCost: '95',
    status: 'не обеспечено',
    source: BUDGET,
  }),
  means('20.12.2023', 2023, COURSES, { spent: '40,5', status: 'исполнено', evidence: 'Отчёт за 2023 год' }),
]);
