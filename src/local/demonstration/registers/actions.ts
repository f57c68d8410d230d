import { document } from './documents';
import { CENTRE, inTime, isoOf, type Line, NOTE, OFFICE, on, roadmapItem } from './line';

/** Findings, what was recommended and decided, and what changed. **Invented.** */
const [M3, TOL, KUZ, GUD] = ['magdagachi-3', 'tolbuzino', 'kuznetsovo', 'gudachi'] as const;
type Cells = Readonly<Record<string, string>>;

const RESPONSIBLE: Readonly<Record<string, string>> = {
  ОО: 'директор школы',
  РМО: 'руководитель РМО',
  ИМЦ: CENTRE,
  отдел: OFFICE,
};

const proposed = (
  day: string,
  school: string,
  finding: string,
  recommendation: string,
  addressee: string,
  dueTo: string,
  more: Cells = {},
): Line =>
  on(day, {
    ...{ school, finding, recommendation, addressee, dueTo, status: 'предложено', note: NOTE },
    basis: roadmapItem('2.2'),
    responsible: RESPONSIBLE[addressee]!,
    ...more,
  });
const then = (day: string, line: Line, more: Cells): Line => ({ ...line, ...more, since: isoOf(day) });

/** Before and after: children of children. */
const changed = (wanted: string, before: number, beforeOf: number, after: number, afterOf: number): Cells => ({
  wanted,
  before: String(before),
  beforeOf: String(beforeOf),
  after: String(after),
  afterOf: String(afterOf),
});

const quality = proposed(
  '08.07.2021',
  M3,
  'На «4» и «5» – 38 из 203 обучающихся',
  'Общие контрольные работы и разбор с Магдагачинской СОШ № 1',
  'РМО',
  '31.05.2022',
);
const debts = proposed(
  '08.07.2021',
  KUZ,
  'Задолженность по математике – у 5 из 34',
  'Индивидуальные планы ликвидации задолженности',
  'ОО',
  '15.09.2021',
);
const physics = proposed(
  '08.07.2021',
  TOL,
  'Физика в 7–9 классах ведётся не полностью',
  'Общий учитель физики с Ушумунской СОШ',
  'отдел',
  '15.01.2022',
);
const readers = proposed(
  '05.07.2022',
  M3,
  'Не успевают 21 из 206 обучающихся',
  'Курсы «Работа с неуспевающими», 9 педагогов',
  'ИМЦ',
  '31.12.2022',
);
const parents = proposed(
  '05.07.2022',
  GUD,
  'Неуспевающих – 3 из 29, семьи не вовлечены',
  'План консультаций для семей',
  'ОО',
  '15.10.2022',
);
const courses = proposed(
  '30.01.2023',
  'район',
  'За три года не обучены 9 педагогов',
  'Включить в заявку на курсы',
  'отдел',
  '01.10.2023',
);
const fund = proposed(
  '30.01.2023',
  'район',
  'В фонде нет задания по истории, 8 класс',
  'Разработать и утвердить набор',
  'РМО',
  '01.05.2023',
);
const tests = proposed(
  '30.01.2023',
  `${TOL}; ${GUD}`,
  'Малые классы: по одной работе судить нельзя',
  'Отдельная региональная работа',
  'ИМЦ',
  '30.04.2023',
);
const summer = proposed(
  '22.06.2023',
  'район',
  'Не успевают и не аттестованы 27 обучающихся',
  'Планы ликвидации задолженности четырёх школ',
  'ОО',
  '01.09.2023',
);

const MEASURES = document('Приказ о мерах по итогам 2021/22 учебного года');
const WINTER = document('Приказ о мерах по итогам I полугодия 2022/23');
const done = (day: string, evidence: string, more: Cells = {}): Cells => ({
  status: 'выполнено',
  doneOn: day,
  evidence,
  ...more,
});

export const ACTIONS: readonly Line[] = inTime([
  quality,
  then('20.08.2021', quality, { status: 'решено', decision: 'Д-27 Приказ о принятых мерах по итогам мониторинга' }),
  then('27.05.2022', quality, done('27.05.2022', 'Справка РМО', changed('роста', 38, 203, 52, 206))),
  debts,
  then('20.09.2021', debts, done('13.09.2021', 'Приказ школы от 13.09.2021 № 40', changed('снижения', 5, 34, 1, 33))),
  physics,
  then(
    '10.01.2022',
    physics,
    done('10.01.2022', 'Договор 1/22', { decision: document('Договор об общем учителе физики') }),
  ),
  readers,
  then('15.07.2022', readers, { status: 'решено', decision: MEASURES }),
  then(
    '20.12.2022',
    readers,
    done('16.12.2022', 'Удостоверения 9 человек', {
      decision: MEASURES,
      wanted: 'снижения',
      before: '21',
      beforeOf: '206',
    }),
  ),
  then(
    '22.06.2023',
    readers,
    done('16.12.2022', 'Удостоверения 9 человек', {
      decision: MEASURES,
      ...changed('снижения', 21, 206, 17, 204),
    }),
  ),
  parents,
  then('15.07.2022', parents, {
    status: 'в работе',
    decision: MEASURES,
    wanted: 'снижения',
    before: '3',
    beforeOf: '29',
  }),
  courses,
  then('10.02.2023', courses, { status: 'решено', decision: WINTER }),
  fund,
  then('10.02.2023', fund, { status: 'в работе', decision: WINTER }),
  tests,
  then('15.03.2023', tests, { status: 'снято', note: `Хватает трёхлетних данных, ${NOTE}` }),
  summer,
]);
