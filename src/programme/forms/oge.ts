import { count, defineCheck, defineForm, type Theme, text } from '../../model';
import { BY, rising } from '../order-targets';
import { fourMarks, MARKS_OF_PARTICIPANTS, markRates } from './five-point';
import { marksExchanged } from './marks-exchanged';
import { SUBJECT_NAMES, SUBJECTS } from './subjects';
import { GRADUATES } from './year-results-groups';

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
  byDistrict: true,
  startingRows: 5,
  due: [{ quarters: [3], types: ['СОШ', 'ООШ'], exceptYears: [2020] }],
  slices: ['subject'],
  sums: [MARKS_OF_PARTICIPANTS],
});

const OBLIGATORY = ['Русский язык', 'Математика'];
/** In 2021 there were no others: a mean over subjects of choice is of other things each year. */
const EVERY_YEAR = { of: 'русский язык и математика', slice: { field: 'subject', words: OBLIGATORY } };
const ROW = { subject: 'Русский язык', participants: 3, five: 1, four: 1, three: 1, two: 0 };
const graduates = (enrolled: number) => ({ yearResults: [{ group: GRADUATES, enrolled, notMasteredFinal: 0 }] });

/** Nobody is left out of both: a row was deleted or renamed. */
const obligatoryMissing = defineCheck<{ subject: string }>({
  id: 'form/oge-obligatory-missing',
  needs: 'form',
  form: 'oge',
  severity: 'warning',
  answeredByForm: true,
  find: ({ rows, unbegun }) =>
    rows.length === 0
      ? []
      : OBLIGATORY.filter((name) => ![...rows, ...unbegun].some(({ entry }) => entry.texts.subject === name)).map(
          (subject) => ({ details: { subject } }),
        ),
  words: ({ subject }) => `нет строки «${subject}», а сдают его все; добавьте её или напишите причину вверху вкладки`,
  cases: [
    {
      form: 'oge',
      rows: [ROW],
      says: ['0: Нет строки «Математика», а сдают его все; добавьте её или напишите причину вверху вкладки'],
    },
    { form: 'oge', rows: [ROW, { ...ROW, subject: 'Математика' }], says: [] },
    { form: 'oge', rows: [], says: [] },
  ],
});

/** Everybody in grade 9 sits both obligatory exams, unless by ГВЭ or not admitted. */
const participantsAndGraduates = defineCheck<{ subject: string; participants: number; all: number }>({
  id: 'row/oge-participants-and-graduates',
  needs: 'tab',
  beside: ['yearResults'],
  form: 'oge',
  severity: 'warning',
  find({ rows, tab }) {
    const all = tab('yearResults').find(({ entry }) => entry.texts.group === GRADUATES)?.entry.numbers.enrolled;
    if (all == null) return [];
    return rows.flatMap((at) => {
      const { participants } = at.entry.numbers;
      const { subject = '' } = at.entry.texts;
      if (participants == null || participants === all) return [];
      if (participants < all && !OBLIGATORY.includes(subject)) return [];
      const severity = participants > all ? 'error' : 'warning';
      return [{ at, field: 'participants', severity, details: { subject, participants, all } }];
    });
  },
  words: ({ subject, participants, all }, { column }) =>
    participants > all
      ? `${column}: ${participants}, а выпускников 9 класса ${all}: исправьте одно из чисел`
      : `${subject}: сдавали ${participants} из ${all} выпускников. Остальные – ГВЭ или недопуск? Напишите в «Пояснении»`,
  cases: [
    {
      form: 'oge',
      rows: [ROW],
      tab: graduates(4),
      says: ['1: Русский язык: сдавали 3 из 4 выпускников. Остальные – ГВЭ или недопуск? Напишите в «Пояснении»'],
    },
    {
      form: 'oge',
      rows: [ROW],
      tab: graduates(2),
      says: ['1: «Участников»: 3, а выпускников 9 класса 2: исправьте одно из чисел'],
    },
    { form: 'oge', rows: [ROW, { ...ROW, subject: 'Физика' }], tab: graduates(3), says: [] },
    // The leavers of grade 11 are others.
    { form: 'oge', rows: [ROW], tab: { yearResults: [{ group: 'остальные классы', enrolled: 2 }] }, says: [] },
    { form: 'oge', rows: [{ ...ROW, subject: 'Физика' }], tab: graduates(4), says: [] },
    { form: 'oge', rows: [{ ...ROW, participants: '' }], tab: graduates(4), says: [] },
    { form: 'oge', rows: [ROW], tab: {}, says: [] },
  ],
});

/** With the second sittings counted, who has a «2» has no certificate: more of them are other numbers in that column. */
const twosAndCertificates = defineCheck<{ two: number; without: number }>({
  id: 'row/oge-twos-and-certificates',
  needs: 'tab',
  beside: ['yearResults'],
  form: 'oge',
  severity: 'warning',
  find({ rows, tab }) {
    const { enrolled, certified } =
      tab('yearResults').find(({ entry }) => entry.texts.group === GRADUATES)?.entry.numbers ?? {};
    if (enrolled == null || certified == null) return [];
    const without = Math.max(0, enrolled - certified);
    return rows.flatMap((at) => {
      const two = at.entry.numbers.two ?? 0;
      return two > without ? [{ at, field: 'two', details: { two, without } }] : [];
    });
  },
  words: ({ two, without }, { column }) =>
    `${column}: ${two}, а без аттестата осталось ${without}; не перепутаны ли графы «5» и «2»? Исправьте или поясните`,
  cases: [
    {
      form: 'oge',
      rows: [{ ...ROW, participants: 4, two: 1 }],
      tab: { yearResults: [{ group: GRADUATES, enrolled: 4, certified: 4, notMasteredFinal: 0 }] },
      says: ['1: «2»: 1, а без аттестата осталось 0; не перепутаны ли графы «5» и «2»? Исправьте или поясните'],
    },
    {
      form: 'oge',
      rows: [{ ...ROW, participants: 4, two: 1 }],
      tab: { yearResults: [{ group: GRADUATES, enrolled: 4, certified: 3, notMasteredFinal: 0 }] },
      says: [],
    },
    ...[
      { group: GRADUATES, enrolled: '', certified: 4, notMasteredFinal: 0 },
      { group: GRADUATES, enrolled: 4, certified: '', notMasteredFinal: 0 },
      { group: 'остальные классы', enrolled: 4, certified: 4, notMasteredFinal: 0 },
    ].map((of) => ({ form: 'oge', rows: [{ ...ROW, participants: 4, two: 1 }], tab: { yearResults: [of] }, says: [] })),
  ],
});

export const ogeTheme: Theme = {
  form: oge,
  indicators: markRates(oge, 'oge', 'по ОГЭ', [rising('ER6-oge', BY.start, EVERY_YEAR)]),
  checks: [participantsAndGraduates, obligatoryMissing, twosAndCertificates, marksExchanged('oge', ROW)],
};
