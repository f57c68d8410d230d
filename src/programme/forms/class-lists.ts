import { count, defineCheck, defineForm, EVERY_QUARTER, type Theme, text } from '../../model';

/** Grades and letters stand in every form that is filled class by class. */
export const grade = text('Класс', 'Номер класса: 5. Объединённые малые классы – через дефис: 1-4.', {
  carried: true,
  slot: 'first',
});
export const letter = text('Литера', 'Литера класса: А, Б. Если литеры нет, оставьте пустым.', {
  carried: true,
  optional: true,
  slot: 'second',
});
export const enrolled = count('По списку, чел.', 'Сколько обучающихся числится в классе на последний день периода.', {
  carried: true,
  plausibleUpTo: 40,
});

/** The class list: entered once, compared with every other form. */
export const classes = defineForm({
  key: 'classes',
  title: 'Число обучающихся',
  formerTitle: 'Классы',
  help: 'Список классов школы на последний день периода. По нему проверяются остальные формы.',
  fields: { grade, letter, enrolled },
  identity: ['grade', 'letter'],
  spareRows: 2,
  due: EVERY_QUARTER,
});

const BESIDE = ['marks', 'pupils', 'context'];

/** Where all that is said of a class elsewhere agrees against the list, the mistake probably stands here. */
const otherwiseElsewhere = defineCheck<{ enrolled: number; elsewhere: number }>({
  id: 'row/list-otherwise-elsewhere',
  needs: 'whole',
  beside: BESIDE,
  form: 'classes',
  severity: 'warning',
  find({ rows, tab }) {
    const said = new Map<string, (number | null)[]>();
    for (const { classKey, entry } of BESIDE.flatMap(tab))
      said.set(classKey, [...(said.get(classKey) ?? []), entry.numbers.enrolled ?? null]);
    return rows.flatMap((at) => {
      const { enrolled } = at.entry.numbers;
      const all = at.classKey === '' ? [] : (said.get(at.classKey) ?? []);
      const [elsewhere] = all;
      if (enrolled == null || elsewhere == null || elsewhere === enrolled) return [];
      return all.every((one) => one === elsewhere) ? [{ at, field: 'enrolled', details: { enrolled, elsewhere } }] : [];
    });
  },
  words: ({ enrolled, elsewhere }, { column }) =>
    `${column}: ${enrolled}, а в других формах у этого класса везде ${elsewhere}; исправьте здесь или там`,
  cases: [
    // Where the list itself, or a form, does not tell a number, nothing stands against it.
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: '' }],
      tab: { pupils: [{ grade: '5', enrolled: 15 }] },
      says: [],
    },
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 51 }],
      tab: { pupils: [{ grade: '5', enrolled: '' }] },
      says: [],
    },
    {
      form: 'classes',
      rows: [{ grade: 'пять', enrolled: 51 }],
      tab: { pupils: [{ grade: 'пять', enrolled: 15 }] },
      says: [],
    },
    {
      form: 'classes',
      rows: [
        { grade: '5', enrolled: 51 },
        { grade: '6', enrolled: 9 },
      ],
      tab: {
        marks: [
          {
            grade: '5',
            subject: 'Биология',
            enrolled: 15,
            exempt: 0,
            five: 5,
            four: 5,
            three: 5,
            two: 0,
            notAssessed: 0,
          },
          {
            grade: '6',
            subject: 'Биология',
            enrolled: 9,
            exempt: 0,
            five: 3,
            four: 3,
            three: 3,
            two: 0,
            notAssessed: 0,
          },
        ],
        pupils: [{ grade: '5', enrolled: 15, assessed: 15, failing: 0 }],
      },
      says: ['1: «По списку, чел.»: 51, а в других формах у этого класса везде 15; исправьте здесь или там'],
    },
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 16 }],
      tab: {
        marks: [
          {
            grade: '5',
            subject: 'Биология',
            enrolled: 15,
            exempt: 0,
            five: 5,
            four: 5,
            three: 5,
            two: 0,
            notAssessed: 0,
          },
        ],
        pupils: [{ grade: '5', enrolled: 16, assessed: 15, failing: 0 }],
      },
      says: [],
    },
  ],
});

export const classListTheme: Theme = { form: classes, indicators: [], checks: [otherwiseElsewhere] };
