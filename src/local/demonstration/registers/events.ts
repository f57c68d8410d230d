import { RISK_FACTORS } from '../../../programme/forms/risk-factors';
import { address, CENTRE, inTime, isoOf, type Line, NOTE, OFFICE, on, roadmapItem } from './line';

/** The office's log: help, audits, information, lectures, meetings. **Invented.** */
const [M3, TOL, KUZ, GUD] = ['magdagachi-3', 'tolbuzino', 'kuznetsovo', 'gudachi'] as const;
const EVERYBODY = 'район';

/** What the order asks an event of a kind for, and who holds it. */
const GROUNDS: Readonly<Record<string, readonly [basis: string, responsible: string]>> = {
  консультация: [roadmapItem('1.1.3'), CENTRE],
  семинар: [roadmapItem('1.1.3'), CENTRE],
  выезд: [roadmapItem('1.1.3'), CENTRE],
  аудит: [roadmapItem('1.1.3'), `${CENTRE}, руководители РМО`],
  наставничество: ['мера 2.2', 'руководители школ'],
  'план информирования': [roadmapItem('1.1.5 а'), OFFICE],
  'Управляющий совет': [roadmapItem('1.1.5 б'), 'руководители школ'],
  публикация: [roadmapItem('1.1.5 в'), OFFICE],
  собрание: [roadmapItem('2.4'), 'руководители школ'],
  'с местным сообществом': [roadmapItem('2.4'), 'руководители школ'],
  лекция: ['мера 4.1', CENTRE],
  'мастер-класс': ['мера 4.1', CENTRE],
  взаимопосещение: ['мера 2.2', 'руководители школ'],
  'встреча с вузом': [roadmapItem('2.5'), OFFICE],
};

interface More {
  readonly people?: number;
  readonly status?: string;
  readonly dueTo?: string;
  readonly factor?: number;
  readonly evidence?: string;
  readonly note?: string;
}

const event = (day: string, kind: string, school: string, theme: string, more: More = {}): Line => {
  const status = more.status ?? 'проведено';
  const held = status === 'проведено' || status === 'устранено';
  const proof = more.evidence ?? `Протокол от ${day}`;
  const [basis, responsible] = GROUNDS[kind]!;
  return on(day, {
    date: day,
    kind,
    school,
    theme,
    status,
    basis,
    responsible,
    note: more.note ?? NOTE,
    ...(more.people === undefined ? {} : { people: String(more.people) }),
    ...(more.dueTo === undefined ? {} : { dueTo: more.dueTo }),
    ...(more.factor === undefined ? {} : { riskFactor: RISK_FACTORS[more.factor - 1]! }),
    ...(held ? { evidence: proof } : {}),
    ...(kind === 'публикация' && held ? { link: address(`news/${isoOf(day)}`) } : {}),
  });
};

/** What became of an event later. */
const later = (day: string, was: Line, status: string, evidence: string): Line => ({
  ...was,
  since: isoOf(day),
  status,
  evidence,
});

const auditM3 = event('18.11.2021', 'аудит', M3, 'Уроки математики и русского языка: мало дифференциации', {
  dueTo: '01.03.2022',
  factor: 3,
  people: 6,
});
const auditKuz = event('09.12.2021', 'аудит', KUZ, 'Внутренняя оценка качества: план контроля обновить', {
  dueTo: '01.02.2022',
  factor: 4,
  people: 4,
});
const auditTol = event('10.03.2022', 'аудит', TOL, 'Уроки физики и химии: оборудование не используется', {
  dueTo: '30.05.2022',
  factor: 1,
  people: 4,
});
const auditGud = event('13.04.2023', 'аудит', GUD, 'Работа с неуспевающими: индивидуальные планы не ведутся', {
  dueTo: '01.06.2023',
  factor: 10,
  people: 4,
  evidence: 'Акт готовится',
});

const INFORMATION: readonly Line[] = [
  event('15.05.2020', 'план информирования', EVERYBODY, 'План информационного сопровождения программы', {
    evidence: 'Приказ от 15.05.2020 № 48',
  }),
  event('05.06.2020', 'Управляющий совет', M3, 'План утверждён, график встреч с родителями', {
    people: 9,
    evidence: 'Протокол № 3',
  }),
  event('08.06.2020', 'Управляющий совет', TOL, 'План утверждён', { people: 5, evidence: 'Протокол № 2' }),
  event('09.06.2020', 'Управляющий совет', KUZ, 'План утверждён', { people: 5, evidence: 'Протокол № 4' }),
  event('10.06.2020', 'Управляющий совет', GUD, 'План утверждён', { people: 5, evidence: 'Протокол № 2' }),
  event('19.06.2020', 'публикация', EVERYBODY, 'О программе на сайтах школ и отдела'),
  event('16.02.2021', 'публикация', EVERYBODY, 'Первый год программы: что сделано'),
  event('18.05.2021', 'Управляющий совет', `${M3}; ${KUZ}`, 'Итоги года и план на 2021/22', { people: 14 }),
  event('20.05.2022', 'Управляющий совет', M3, 'Итоги года, изменения в программе перехода', { people: 9 }),
  event('17.02.2023', 'публикация', EVERYBODY, 'Опыт Кузнецовской школы'),
];

const HELP: readonly Line[] = [
  event('12.02.2020', 'консультация', `${M3}; ${TOL}; ${KUZ}; ${GUD}`, 'Как заполнить анкету контекстных данных', {
    people: 8,
  }),
  event('05.03.2020', 'консультация', `${TOL}; ${GUD}`, 'Структура программы перехода в эффективный режим', {
    people: 4,
  }),
  event('24.09.2020', 'семинар', EVERYBODY, 'Как читать результаты оценочных процедур', { people: 21 }),
  event('10.11.2020', 'консультация', TOL, 'Анализ осенних ВПР', { people: 3, factor: 10 }),
  event('27.01.2021', 'выезд', GUD, 'Посещение уроков, помощь молодому педагогу', {
    status: 'устранено',
    people: 3,
    factor: 3,
    dueTo: '01.04.2021',
  }),
  event('15.02.2021', 'наставничество', KUZ, 'Наставник учителя математики на полугодие', { people: 2, factor: 3 }),
  event('22.04.2021', 'семинар', EVERYBODY, 'Формирующее оценивание', { people: 26, factor: 4 }),
  event('06.10.2021', 'консультация', M3, 'Индивидуальные маршруты педагогов', { people: 5, factor: 5 }),
  event('02.02.2022', 'консультация', KUZ, 'Подготовка к ОГЭ по математике', { people: 3, factor: 10 }),
  event('13.10.2022', 'семинар', EVERYBODY, 'Работа с детьми с ОВЗ в сельской школе', { people: 24, factor: 6 }),
  event('30.11.2022', 'выезд', TOL, 'Организация подвоза и кружков', {
    status: 'устранено',
    people: 3,
    dueTo: '01.02.2023',
  }),
  event('25.01.2023', 'консультация', GUD, 'Преодоление задолженности', { people: 3, factor: 10 }),
  event('17.04.2023', 'консультация', TOL, 'Просим помощи: физика, 8 класс', { status: 'запрошено', factor: 3 }),
  event('15.06.2023', 'семинар', EVERYBODY, 'Итоги года: что показал мониторинг', {
    status: 'запланировано',
    dueTo: '28.08.2023',
  }),
];

const TOGETHER: readonly Line[] = [
  event('26.11.2020', 'взаимопосещение', `${KUZ}; daktuy`, 'Уроки математики, обсуждение', { people: 6, factor: 3 }),
  event('18.02.2021', 'мастер-класс', EVERYBODY, 'Лучшие педагоги района: русский язык', { people: 34 }),
  event('14.04.2021', 'взаимопосещение', `${TOL}; ushumun`, 'Уроки физики и химии', { people: 5 }),
  event('09.09.2021', 'собрание', `${M3}; ${TOL}; ${KUZ}; ${GUD}`, 'Родителям о программе и помощи детям', {
    people: 187,
    factor: 11,
  }),
  event('20.10.2021', 'встреча с вузом', EVERYBODY, 'Педагогический колледж: практиканты и целевой набор', {
    people: 12,
    factor: 2,
  }),
  event('17.12.2021', 'лекция', M3, 'Профориентация старшеклассников', { people: 46, factor: 9 }),
  event('16.03.2022', 'взаимопосещение', `${M3}; magdagachi-1`, 'Уроки русского языка, 5–6 классы', {
    people: 8,
    factor: 3,
  }),
  event('12.05.2022', 'с местным сообществом', `${TOL}; ${KUZ}`, 'День открытых дверей с сельсоветами', { people: 61 }),
  event('10.11.2022', 'мастер-класс', EVERYBODY, 'Лучшие педагоги района: математика', { people: 41, factor: 9 }),
  event('09.02.2023', 'взаимопосещение', `${KUZ}; daktuy`, 'Уроки математики, 7–9 классы', { people: 7, factor: 3 }),
  event('16.05.2023', 'с местным сообществом', `${M3}; ${GUD}`, 'Отчёт школ перед жителями', {
    people: 73,
    factor: 11,
  }),
  event('14.09.2023', 'собрание', EVERYBODY, 'Итоги программы: родителям', { people: 164 }),
  event('23.11.2023', 'семинар', EVERYBODY, 'Трансляция опыта программы', { people: 38 }),
];

export const EVENTS: readonly Line[] = inTime([
  ...INFORMATION,
  ...HELP,
  ...TOGETHER,
  auditM3,
  auditKuz,
  auditTol,
  auditGud,
  later('24.02.2022', auditM3, 'устранено', 'Справка школы от 24.02.2022'),
  later('31.01.2022', auditKuz, 'устранено', 'План контроля от 31.01.2022'),
  later('14.06.2022', auditTol, 'устранено', 'Справка школы от 14.06.2022'),
]);
