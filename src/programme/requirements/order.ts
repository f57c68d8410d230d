import type { Requirement } from '../../model';
import { register } from './answers';

/** The points of the order itself. */
export const order: readonly Requirement[] = [
  {
    id: 'O0',
    words: 'основание: приказ Минобрнауки Амурской области от 11.11.2019 № 1390, приказ № 341',
    answers: [
      { report: 'district', section: 'Основание, источники и методика' },
      register('documents', 'status', { number: '1' }),
    ],
  },
  {
    id: 'O1',
    words: 'утвердить программу (приложение 1)',
    answers: [register('documents', 'status'), { report: 'final' }],
  },
  { id: 'O2', words: 'состав группы специалистов (приложение 2)', answers: [register('team', 'role')] },
  {
    id: 'O3.1',
    words: 'обеспечить реализацию программы',
    answers: [register('plan', 'status'), { report: 'roadmap', section: 'Исполнение по мероприятиям' }],
  },
  {
    id: 'O3.2',
    words: 'статистический анализ изменения качества преподавания',
    answers: [
      { indicator: 'pupil-quality-rate' },
      { indicator: 'quality-rate' },
      { indicator: 'vpr-mean-mark' },
      { tab: 'overview' },
      { report: 'district', section: 'По школам' },
    ],
  },
  {
    id: 'O4.1',
    words: 'методическое сопровождение педагогов',
    answers: [register('events', 'theme', { kind: ['консультация', 'семинар', 'выезд', 'наставничество'] })],
  },
  {
    id: 'O4.2',
    words: 'мониторинговые мероприятия, обработка и анализ статистических материалов',
    answers: [{ tab: 'overview' }, { report: 'district' }],
  },
  { id: 'O5', words: 'контроль исполнения', answers: [{ tab: 'status' }, { report: 'submission' }] },
  {
    id: 'G',
    words: 'анализ на уровне района, школы, класса, учителя (предмета)',
    answers: [{ tab: 'overview' }, { report: 'district' }, { report: 'school' }],
  },
];
