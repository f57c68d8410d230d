import { type Case, type ClassSet, defineCheck, type SeenRow } from '../../model';
import { PARTICIPANT } from '../groups';

/** What every class with marks is taught. */
const MAIN: readonly (readonly [name: string, words: RegExp])[] = [
  ['русский язык', /^русск/i],
  ['математика', /^(?:математ|алгебр|геометр)/i],
];

const meet = (a: ClassSet, b: ClassSet): boolean =>
  a.from <= b.to &&
  b.from <= a.to &&
  (a.letters.length === 0 || b.letters.length === 0 || a.letters.some((letter) => b.letters.includes(letter)));

const nameOf = ({ entry: { texts } }: SeenRow): string => `${texts.grade ?? ''}${texts.letter ?? ''}`;

const ROW = { grade: '5', enrolled: 9, exempt: 0, five: 2, four: 3, three: 4, two: 0, notAssessed: 0 };
const CLASSES: Case['tab'] = {
  classes: [
    { grade: '1', enrolled: 8 },
    { grade: '5', enrolled: 9 },
    { grade: '6', enrolled: 7 },
  ],
};

/** A row deleted or never entered: the classes are on the list, and no marks of a main subject stand beside them. */
export const mainSubjectMissing = defineCheck<{ subject: string; classes: string }>({
  id: 'form/main-subject-missing',
  needs: 'whole',
  beside: ['classes'],
  form: 'marks',
  severity: 'warning',
  answeredByForm: true,
  find({ rows, unbegun, tab, grades, form }) {
    if (rows.length === 0) return [];
    const [from = 1, last = 12] = grades ?? [];
    const first = Math.max(from, form.firstGrade ?? 1);
    const listed = tab('classes').filter(({ classes }) => classes && classes.to >= first && classes.from <= last);
    return MAIN.flatMap(([subject, words]) => {
      const taught = [...rows, ...unbegun].filter(({ entry }) => words.test(entry.texts.subject ?? ''));
      const missing = listed.filter(
        ({ classes: own }) => !taught.some(({ classes }) => classes !== null && meet(classes, own!)),
      );
      if (missing.length === 0) return [];
      return [{ details: { subject, classes: missing.map(nameOf).join(', ') } }];
    });
  },
  words: ({ subject, classes }) =>
    `предмет «${subject}»: нет строк для классов ${classes}; добавьте их или напишите причину вверху вкладки`,
  cases: [
    {
      form: 'marks',
      rows: [
        { ...ROW, subject: 'Русский язык' },
        { ...ROW, subject: 'Алгебра' },
      ],
      tab: CLASSES,
      says: [
        '0: Предмет «русский язык»: нет строк для классов 6; добавьте их или напишите причину вверху вкладки',
        '0: Предмет «математика»: нет строк для классов 6; добавьте их или напишите причину вверху вкладки',
      ],
    },
    {
      form: 'marks',
      rows: [
        { ...ROW, grade: '5-6', subject: 'Русский язык' },
        { ...ROW, grade: '5-6', subject: 'Математика' },
      ],
      tab: CLASSES,
      says: [],
    },
    { form: 'marks', rows: [], tab: CLASSES, says: [] },
    // The tenth grade has half-years: in the first quarter it is not asked for.
    {
      form: 'marks',
      ...{ period: '2023-Q1', school: { group: PARTICIPANT } },
      rows: [
        { ...ROW, subject: 'Русский язык' },
        { ...ROW, subject: 'Алгебра' },
      ],
      tab: {
        classes: [
          { grade: '5', enrolled: 9 },
          { grade: '10', enrolled: 7 },
        ],
      },
      says: [],
    },
    // Of each letter.
    {
      form: 'marks',
      rows: [
        { ...ROW, letter: 'А', subject: 'Русский язык' },
        { ...ROW, letter: 'А', subject: 'Геометрия' },
      ],
      tab: {
        classes: [
          { grade: '5', letter: 'А', enrolled: 9 },
          { grade: '5', letter: 'Б', enrolled: 9 },
        ],
      },
      says: [
        '0: Предмет «русский язык»: нет строк для классов 5Б; добавьте их или напишите причину вверху вкладки',
        '0: Предмет «математика»: нет строк для классов 5Б; добавьте их или напишите причину вверху вкладки',
      ],
    },
    {
      form: 'marks',
      rows: [
        { ...ROW, subject: 'Русский язык' },
        { ...ROW, letter: 'А, Б', subject: 'Математика' },
      ],
      tab: {
        classes: [
          { grade: '5', letter: 'А', enrolled: 9 },
          { grade: '5', letter: 'Б', enrolled: 9 },
        ],
      },
      says: [],
    },
  ],
});
