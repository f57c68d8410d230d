import type { Requirement } from '../../model';
import { form, register } from './answers';

/** The passport of the programme: tasks, targets, expected results, conditions. */
export const passport: readonly Requirement[] = [
  {
    id: 'T1',
    words: 'комплексная диагностика проблем низких результатов или социальных факторов',
    answers: [form('context', 'enrolled'), form('riskProfile', 'significance')],
  },
  {
    id: 'T2',
    words: 'механизмы поддержки, мониторинг реализации школьных программ',
    answers: [{ indicator: 'programme-done-rate' }, form('programme', 'state'), form('programme', 'actionsDone')],
  },
  {
    id: 'T3',
    words: 'методическое сопровождение, профессиональное развитие, индивидуализация',
    answers: [form('staff', 'individualRoutes'), form('coverage', 'onPlan')],
  },
  { id: 'T4', words: 'качество преподавания, управления, условий', answers: [{ report: 'final' }] },
  {
    id: 'T5',
    words: 'система муниципального мониторинга: выявление, динамика, своевременная корректировка',
    answers: [{ report: 'school', section: 'Паспорт школы' }, register('actions', 'recommendation')],
  },
  { id: 'T6', words: 'партнёрство школ', answers: [register('partners', 'partner'), form('partnership', 'exchange')] },
  {
    id: 'TI1a',
    words: 'успеваемость 100 % в этих школах',
    answers: [{ target: 'TI1a' }, { indicator: 'pupil-pass-rate' }],
  },
  {
    id: 'TI1b',
    words: 'качество 30 % в этих школах',
    answers: [{ target: 'TI1b' }, { indicator: 'pupil-quality-rate' }],
  },
  {
    id: 'TI2',
    words: 'кадры, владеющие современными педагогическими технологиями, 100 % в этих школах',
    answers: [{ target: 'TI2' }, { indicator: 'modern-methods-rate' }, { setting: 'modern-methods-by' }],
  },
  {
    id: 'TI3a-documents',
    words: 'наличие 100 % разработанной документации',
    answers: [{ target: 'TI3a-documents' }, register('documents', 'regNo')],
  },
  {
    id: 'TI3a-electronic',
    words: 'электронные приложения',
    answers: [{ target: 'TI3a-electronic' }, register('documents', 'electronic')],
  },
  {
    id: 'TI3a-fund',
    words: 'фонд оценочных средств муниципалитета',
    answers: [{ target: 'TI3a-fund' }, register('documents', 'subject')],
  },
  {
    id: 'TI3b',
    words: 'модернизация материально-технической базы ОУ 15 % ежегодно',
    answers: [{ target: 'TI3b' }, { indicator: 'renewal-rate' }, { setting: 'renewal-by' }],
  },
  {
    id: 'TI4-heads',
    words: 'управленческие компетенции руководителей 100 %',
    answers: [{ target: 'TI4-heads' }, { indicator: 'management-trained-rate' }],
  },
  {
    id: 'TI4-teachers',
    words: 'управленческие компетенции педагогов 100 %',
    answers: [{ target: 'TI4-teachers' }, { indicator: 'management-trained-rate' }],
  },
  {
    id: 'TI5-А',
    words: 'доля детей, обучающихся по ИУП',
    answers: [{ target: 'TI5-А' }, { indicator: 'individual-plan-rate' }, { setting: 'individual-plans-by' }],
  },
  { id: 'TI5-Б', words: '100 % в этих школах: школы, где есть ИУП', answers: [{ target: 'TI5-Б' }] },
  {
    id: 'ER1',
    words: 'повышена квалификация руководителей и педагогов',
    answers: [
      { target: 'ER1-heads' },
      { target: 'ER1-teachers' },
      { target: 'ER1-others' },
      { indicator: 'trained-rate' },
    ],
  },
  { id: 'ER2', words: 'создана партнёрская сеть', answers: [{ target: 'ER2' }, register('partners', 'status')] },
  {
    id: 'ER3',
    words: 'программы помощи, вовлекающие родителей и местное сообщество',
    answers: [
      { target: 'ER3' },
      form('programme', 'networkItem'),
      form('programme', 'parentsItem'),
      form('programme', 'institutionsItem'),
      register('events', 'theme', { kind: ['с местным сообществом', 'собрание'] }),
    ],
  },
  { id: 'ER4', words: 'сокращение разрывов', answers: [{ target: 'ER4-quality' }, { target: 'ER4-pass' }] },
  {
    id: 'ER5',
    words: 'внутренний мотивационный ресурс, переход в эффективный режим',
    answers: [{ target: 'ER5-staff' }, { target: 'ER5-regime' }, form('programme', 'regime')],
  },
  {
    id: 'ER6',
    words: 'общая тенденция повышения средних показателей ВПР, ОГЭ, ЕГЭ',
    answers: [
      { target: 'ER6-vpr' },
      { target: 'ER6-oge' },
      { target: 'ER6-ege' },
      { indicator: 'vpr-mean-mark' },
      { indicator: 'oge-mean-mark' },
      { indicator: 'ege-mean-score' },
    ],
  },
  {
    id: 'ER7',
    words: 'удовлетворённость обучающихся, родителей, социальных партнёров, общества',
    answers: [
      { target: 'ER7-pupils' },
      { target: 'ER7-parents' },
      { target: 'ER7-partners' },
      { target: 'ER7-public' },
      { indicator: 'satisfaction-rate' },
    ],
  },
  {
    id: 'C2',
    words: 'дифференциация результатов среди школ, несколько лет',
    answers: [{ tab: 'overview' }, register('references', 'numerator', { kind: 'исходное значение' })],
  },
  {
    id: 'C3',
    words: 'кадровые, методические, материально-технические, финансовые ресурсы',
    answers: [
      { indicator: 'staffing-rate' },
      { indicator: 'category-rate' },
      { indicator: 'renewal-rate' },
      register('financing', 'planned'),
      { report: 'district', section: 'Внеучебные достижения, кадры, ресурсы' },
    ],
  },
  {
    id: 'C5',
    words: 'государственно-общественное управление, сетевые сообщества',
    answers: [
      register('events', 'theme', { kind: 'Управляющий совет' }),
      register('partners', 'partner', { kind: 'сетевое сообщество' }),
    ],
  },
];
