import type { Requirement } from '../../model';
import { form, register } from './answers';

/** Measures, the complex of works, stages. */
export const measures: readonly Requirement[] = [
  {
    id: 'M1.1',
    words: 'мониторинг учебных достижений с индексами социального благополучия, каждое полугодие',
    answers: [{ indicator: 'context-index' }, { report: 'district', section: 'Результаты с учётом условий' }],
  },
  {
    id: 'M1.2',
    words: 'мониторинг внеучебных достижений с индексами',
    answers: [
      { indicator: 'additional-education-rate' },
      form('achievements', 'pupils'),
      { report: 'district', section: 'Внеучебные достижения, кадры, ресурсы' },
    ],
  },
  {
    id: 'M1.3',
    words: 'мониторинг достижений педагогического и управленческого состава',
    answers: [
      { indicator: 'category-rate' },
      { indicator: 'individual-routes-rate' },
      { report: 'district', section: 'Внеучебные достижения, кадры, ресурсы' },
      { report: 'staff' },
    ],
  },
  {
    id: 'M1.4',
    words: 'консультационное сопровождение программ развития школ',
    answers: [register('events', 'theme', { kind: 'консультация' })],
  },
  {
    id: 'M1.5',
    words: 'региональные и муниципальные контрольные работы',
    answers: [form('controlWorks', 'participants'), form('controlWorks', 'work')],
  },
  {
    id: 'M2.1',
    words: 'образовательные сети, выравнивание ресурсных баз',
    answers: [
      register('partners', 'partner', { kind: ['общий педагог', 'общее оборудование'] }),
      { report: 'district', section: 'Внеучебные достижения, кадры, ресурсы' },
    ],
  },
  {
    id: 'M2.2',
    words: 'обмен опытом, взаимопосещение уроков, преподавание в классах школ-партнёров; снижена доля не освоивших',
    answers: [
      form('partnership', 'lessonsVisited'),
      form('partnership', 'lessonsTaught'),
      { indicator: 'not-mastered-rate' },
      { indicator: 'not-mastered-final-rate' },
    ],
  },
  {
    id: 'M2.3',
    words: 'взаимодействие с учреждениями дополнительного образования; перевод всех школ в эффективный режим',
    answers: [form('coverage', 'institutions'), form('programme', 'regime')],
  },
  {
    id: 'M3.1',
    words: 'повышение квалификации для сложного контингента; индивидуальные маршруты',
    answers: [form('staff', 'difficultTrained'), form('staff', 'individualRoutes')],
  },
  {
    id: 'M3.2',
    words: 'вовлечение семей, посещение семей, консультации; план мероприятий',
    answers: [
      form('coverage', 'familiesCovered'),
      form('coverage', 'visits'),
      form('coverage', 'consultations'),
      register('documents', 'status', { number: '14' }),
    ],
  },
  {
    id: 'M4.1',
    words: 'лекции и мастер-классы лучших педагогов; критерии потребностей; программы индивидуализации',
    answers: [
      register('events', 'theme', { kind: ['лекция', 'мастер-класс'] }),
      form('coverage', 'masterclassPupils'),
      register('documents', 'status', { number: ['15', '16'] }),
    ],
  },
  {
    id: 'K1.1',
    words: 'приказ о формировании группы, муниципальный координатор',
    answers: [register('documents', 'status'), register('team', 'order')],
  },
  {
    id: 'K1.2',
    words: 'методы управления результатами, индивидуальные планы профессионального развития',
    answers: [{ indicator: 'individual-routes-rate' }],
  },
  {
    id: 'K1.3',
    words: 'регулярный мониторинг динамики учебных достижений и качества процесса',
    answers: [{ tab: 'overview' }, { report: 'district', section: 'По школам' }],
  },
  {
    id: 'K1.4',
    words: 'нормативные, финансовые, организационные, кадровые условия сетевых объединений',
    answers: [
      register('documents', 'status', { number: '18' }),
      register('financing', 'mechanism'),
      register('team', 'role'),
      register('partners', 'agreement'),
    ],
  },
  { id: 'K2', words: 'финансовые механизмы поддержки школ', answers: [register('financing', 'spent')] },
  { id: 'E1', words: 'первый этап: январь 2020', answers: [register('plan', 'status', { number: 'Этап 1' })] },
  {
    id: 'E2',
    words: 'второй этап: февраль 2020 – июнь 2023',
    answers: [register('plan', 'status', { number: 'Этап 2' })],
  },
  {
    id: 'E3',
    words: 'третий этап: июль – декабрь 2023, анализ результатов, трансляция опыта',
    answers: [register('plan', 'status', { number: 'Этап 3' }), { report: 'final' }],
  },
];
