import { count, defineForm, type Theme, text } from '../../model';
import { fourMarks, MARKS_OF_PARTICIPANTS, markRates } from './five-point';
import { SUBJECT_NAMES, SUBJECTS } from './subjects';

/** The state exam after grade 9 (ОГЭ), participants as denominator, not graduates. */
export const oge = defineForm({
  key: 'oge',
  title: 'ОГЭ',
  help: 'С пересдачами, без ГВЭ.',
  fields: {
    subject: text('Предмет', 'Предмет экзамена.', {
      carried: true,
      slot: 'third',
      choices: SUBJECTS,
      synonyms: SUBJECT_NAMES,
    }),
    participants: count('Участников', 'Сколько выпускников сдавали экзамен.'),
    ...fourMarks,
  },
  identity: ['subject'],
  due: [{ quarters: [3] }],
  slices: ['subject'],
  sums: [MARKS_OF_PARTICIPANTS],
});

export const ogeTheme: Theme = { form: oge, indicators: markRates(oge, 'oge', 'ОГЭ') };
