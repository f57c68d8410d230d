import { choice, count, defineForm, type Theme, text } from '../../model';
import { fourMarks, MARKS_OF_PARTICIPANTS, markRates } from './five-point';
import { SUBJECT_NAMES, SUBJECTS } from './subjects';
import { writersOnLists } from './writers';

const REGIONAL = 'региональная';

/** Regional and municipal control works (региональные и муниципальные контрольные работы). */
export const controlWorks = defineForm({
  key: 'controlWorks',
  title: 'Контрольные работы',
  help: 'Региональные и муниципальные работы за период. Одна строка – работа по предмету в классе.',
  fields: {
    level: choice('Уровень', 'Кто проводил работу.', [REGIONAL, 'муниципальная']),
    grade: text('Класс', 'Номер класса: 5. Литеры вместе.', { slot: 'first' }),
    subject: text('Предмет', 'Предмет работы.', { slot: 'third', choices: SUBJECTS, synonyms: SUBJECT_NAMES }),
    participants: count('Участников', 'Сколько обучающихся писали работу.'),
    ...fourMarks,
    work: text(
      'Название, дата',
      'Чем работа отличается от другой по тому же предмету; основание: по плану или по итогам федерального контроля.',
      {
        optional: true,
      },
    ),
  },
  identity: ['level', 'grade', 'subject', 'work'],
  byDistrict: { level: [REGIONAL] },
  startingRows: 5,
  due: [{ quarters: [1, 2, 4] }],
  slices: ['level', 'subject', 'grade'],
  sums: [MARKS_OF_PARTICIPANTS],
});

export const controlWorkTheme: Theme = {
  form: controlWorks,
  indicators: markRates(controlWorks, 'control', 'по контрольным работам'),
  checks: [
    writersOnLists('controlWorks', {
      ...{ level: 'муниципальная', grade: '5', subject: 'Математика', participants: 8 },
      ...{ five: 1, four: 3, three: 3, two: 1 },
    }),
  ],
};
