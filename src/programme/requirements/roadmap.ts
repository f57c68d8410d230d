import type { Requirement } from '../../model';
import { form, register } from './answers';

/** The roadmap. */
export const roadmap: readonly Requirement[] = [
  {
    id: 'R1.1.1а',
    words: 'проектная группа',
    answers: [register('plan', 'status', { number: '1.1.1 а' }), register('team', 'role')],
  },
  {
    id: 'R1.1.1б',
    words: 'ответственные в школах за диагностику, мониторинги, повышение квалификации',
    answers: [register('plan', 'status', { number: '1.1.1 б' }), register('team', 'role')],
  },
  {
    id: 'R1.1.1в',
    words: 'нормативный акт на 2020 год, муниципальный координатор',
    answers: [register('plan', 'status', { number: '1.1.1 в' }), register('documents', 'status')],
  },
  {
    id: 'R1.1.1г',
    words: 'ответственные за мониторинг и развитие педагогов и руководителей',
    answers: [register('plan', 'status', { number: '1.1.1 г' }), register('team', 'role')],
  },
  {
    id: 'R1.1.2',
    words: 'контекстные данные по каждому классу, обобщить по каждой школе, ежеквартально',
    answers: [
      form('context', 'enrolled'),
      form('context', 'incompleteFamilies'),
      register('plan', 'status', { number: '1.1.2' }),
    ],
  },
  {
    id: 'R1.1.3',
    words: 'консультационно-методическое обеспечение, аудит эффективности',
    answers: [register('plan', 'status', { number: '1.1.3' }), register('events', 'theme', { kind: 'аудит' })],
  },
  {
    id: 'R1.1.4',
    words: 'углублённая диагностика факторов школьной среды, программа перехода',
    answers: [
      form('riskProfile', 'significance'),
      form('riskProfile', 'measure'),
      form('riskProfile', 'dueTo'),
      form('riskProfile', 'result'),
      form('programme', 'document'),
      register('plan', 'status', { number: '1.1.4' }),
    ],
  },
  {
    id: 'R1.1.5а',
    words: 'план информационного сопровождения',
    answers: [
      register('plan', 'status', { number: '1.1.5 а' }),
      register('events', 'theme', { kind: 'план информирования' }),
    ],
  },
  {
    id: 'R1.1.5б',
    words: 'утвердить план на заседаниях Управляющего совета',
    answers: [
      register('plan', 'status', { number: '1.1.5 б' }),
      form('programme', 'councilProtocol'),
      register('events', 'theme', { kind: 'Управляющий совет' }),
    ],
  },
  {
    id: 'R1.1.5в',
    words: 'доведение до родителей и местного сообщества',
    answers: [
      register('plan', 'status', { number: '1.1.5 в' }),
      register('events', 'theme', { kind: ['публикация', 'собрание'] }),
    ],
  },
  {
    id: 'R1.1.6а',
    words: 'регулярность курсов повышения квалификации',
    answers: [{ indicator: 'trained-rate' }, { report: 'staff' }],
  },
  {
    id: 'R1.1.6б',
    words: 'переподготовка по преподаваемым предметам',
    answers: [{ indicator: 'retraining-need-rate' }, { indicator: 'retrained-rate' }],
  },
  {
    id: 'R1.1.6в',
    words: 'повышение образовательного уровня работников со средним и средним специальным',
    answers: [{ indicator: 'upgrading-rate' }, form('staff', 'studying')],
  },
  {
    id: 'R1.2.1',
    words: 'перечень показателей эффективности ОО и руководителя',
    answers: [{ report: 'effectiveness', section: 'Показатели' }],
  },
  {
    id: 'R1.2.2',
    words: 'средства для прохождения курсов',
    answers: [register('financing', 'planned', { mechanism: 'курсы ПК' })],
  },
  {
    id: 'R2.1',
    words: 'предоставление данных, помощь, промежуточная диагностика',
    answers: [
      { tab: 'status' },
      form('classes', 'enrolled'),
      form('controlWorks', 'participants'),
      register('plan', 'status', { number: '2.1' }),
    ],
  },
  {
    id: 'R2.2',
    words: 'сбор, анализ, итоги, региональные данные, корректировка программы: аналитическая справка',
    answers: [
      { report: 'district' },
      register('references', 'kind'),
      form('programme', 'correctedOn'),
      register('plan', 'status', { number: '2.2' }),
    ],
  },
  {
    id: 'R2.3',
    words: 'сетевое взаимодействие, включить в программу перехода',
    answers: [register('partners', 'partner'), form('programme', 'networkItem')],
  },
  {
    id: 'R2.4',
    words: 'формы работы с родителями, включить в программу перехода',
    answers: [
      form('coverage', 'familiesCovered'),
      register('events', 'theme', { kind: 'собрание' }),
      form('programme', 'parentsItem'),
    ],
  },
  {
    id: 'R2.5',
    words: 'вузы и профессиональное образование: потребности, план, договоры, включить в программу',
    answers: [
      form('practices', 'done'),
      register('partners', 'partner', { kind: 'вуз или СПО' }),
      form('programme', 'institutionsItem'),
    ],
  },
  {
    id: 'R3.1а',
    words: 'школы с максимальным и стабильным улучшением',
    answers: [{ report: 'order-draft' }],
  },
  { id: 'R3.1б', words: 'стимулирование педагогов', answers: [{ report: 'order-draft' }] },
  {
    id: 'R3.2',
    words: 'лучшие практики, банк района и области',
    answers: [form('practices', 'title'), form('practices', 'proof'), register('documents', 'status')],
  },
];
