import { document } from './documents';
import { CENTRE, inTime, type Line, NOTE, on, roadmapItem } from './line';

/** Who helps whom. **Invented.** */
const [M3, TOL, KUZ, GUD] = ['magdagachi-3', 'tolbuzino', 'kuznetsovo', 'gudachi'] as const;
type Cells = Readonly<Record<string, string>>;
const SCHOOLS = 'школа – школа';
const GROUNDS: Readonly<Record<string, string>> = {
  'с учреждением ДОД': 'мера 2.3',
  'вуз или СПО': roadmapItem('2.5'),
  'сетевое сообщество': roadmapItem('2.3'),
  'общий педагог': 'мера 2.1',
  'общее оборудование': 'мера 2.1',
};
/** Of schools with schools the order says it itself. */
const groundOf = (kind: string): Cells =>
  kind === SCHOOLS ? {} : { basis: GROUNDS[kind]!, responsible: `${CENTRE}, руководители школ` };
const line = (day: string, school: string, kind: string, partner: string, status: string, more: Cells = {}): Line =>
  on(day, { school, kind, partner, status, note: NOTE, ...groundOf(kind), ...more });

export const PARTNERS: readonly Line[] = inTime([
  line('01.09.2020', M3, SCHOOLS, 'magdagachi-1', 'действует', {
    agreement: document('Договор с Магдагачинской СОШ № 1'),
    until: '31.12.2023',
    subject: 'Русский язык, математика; обмен опытом администраций',
    result: 'Взаимопосещение уроков, общие контрольные работы',
  }),
  line('02.09.2020', TOL, SCHOOLS, 'ushumun', 'действует', {
    agreement: document('Договор с Ушумунской СОШ'),
    until: '31.12.2023',
    subject: 'Физика, химия',
  }),
  line('02.09.2020', KUZ, SCHOOLS, 'daktuy', 'действует', {
    agreement: document('Договор с Дактуйской СОШ'),
    until: '31.12.2023',
    subject: 'Математика',
    result: 'Задолженность по математике – у одного обучающегося',
  }),
  line('14.09.2020', GUD, SCHOOLS, 'magdagachi-1', 'переговоры', { subject: 'Начальные классы, русский язык' }),
  line('15.10.2020', `${M3}; ${KUZ}`, 'с учреждением ДОД', 'Центр детского творчества', 'действует', {
    agreement: document('Договор с Центром детского творчества'),
    until: '31.05.2023',
    subject: 'Кружки в школах',
  }),
  line('20.10.2021', 'район', 'вуз или СПО', 'Педагогический колледж', 'действует', {
    agreement: document('Договор с педагогическим колледжем'),
    until: '31.12.2024',
    subject: 'Практиканты, целевой набор',
  }),
  line('10.11.2021', 'район', 'сетевое сообщество', 'Учителя математики района', 'действует', {
    evidence: 'План РМО на 2021/22 учебный год',
    subject: 'Общие задания, разбор работ',
  }),
  line('10.01.2022', TOL, 'общий педагог', 'ushumun', 'действует', {
    agreement: document('Договор об общем учителе физики'),
    until: '31.12.2023',
    subject: 'Физика, 7–9 классы, два дня в неделю',
    result: 'Физика ведётся полностью',
  }),
  line('12.09.2022', GUD, 'общее оборудование', 'magdagachi-1', 'потребность', { subject: 'Цифровая лаборатория' }),
]);
