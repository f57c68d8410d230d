import { choice, count, date, defineRegister, defineRegisterCheck, link, longText, SCHOOLS_APART } from '../../model';
import { RISK_FACTORS } from '../forms/risk-factors';
import {
  basisField,
  cycleOf,
  daysPast,
  evidenceField,
  freely,
  noteField,
  responsibleField,
  schoolField,
} from './usual-fields';

const STATES = ['запрошено', 'запланировано', 'проведено', 'устранено', 'отменено'] as const;
export const EVENT_KINDS = [
  'консультация',
  'семинар',
  'выезд',
  'наставничество',
  'аудит',
  'план информирования',
  'Управляющий совет',
  'публикация',
  'собрание',
  'с местным сообществом',
  'лекция',
  'мастер-класс',
  'взаимопосещение',
  'встреча с вузом',
] as const;
const HELD = ['проведено', 'устранено'];
/** A request that nobody has answered for so many days is asked about. */
const PATIENCE = 30;

const fields = {
  date: date('Дата', 'Когда запрошено, назначено или проведено.'),
  kind: choice('Вид', 'Выберите из списка.', EVENT_KINDS),
  school: schoolField,
  theme: longText('Тема и что решено', 'О чём, что решили, что рекомендовано. Без фамилий.'),
  status: choice('Статус', '«Устранено» – после аудита или выезда, когда замечания исправлены.', STATES),
  dueTo: date('Срок', 'До какого дня провести; после аудита или выезда – до какого дня устранить.', { optional: true }),
  people: count('Участников', 'Сколько человек.', { optional: true }),
  riskFactor: choice('Рисковый фактор', 'Какой фактор рискового профиля школы снижает.', RISK_FACTORS, {
    optional: true,
  }),
  link: link('Ссылка', 'Протокол, акт, программа, публикация.', { optional: true }),
  evidence: evidenceField,
  note: noteField,
  overdue: count('Просрочено, дней', 'Считается: сколько дней прошло после срока.', { optional: true }),
  basis: basisField,
  responsible: responsibleField,
};

/** What is still to be done: an audit is over when what it found is put right. */
const isOpen = ({ status, kind }: { readonly status: string; readonly kind: string }): boolean =>
  status === 'запрошено' ||
  status === 'запланировано' ||
  (status === 'проведено' && (kind === 'аудит' || kind === 'выезд'));

const askedLongAgo = defineRegisterCheck<{ days: number }>({
  id: 'register/asked-long-ago',
  severity: 'warning',
  find: ({ rows, world }) =>
    rows.flatMap(({ id, status, date: day }) => {
      const days = daysPast(day, world.today) ?? 0;
      return status === 'запрошено' && days > PATIENCE ? [{ row: id, field: 'status', details: { days } }] : [];
    }),
  words: ({ days }, { column }) =>
    `${column}: запрошено ${days} дн. назад, а помощи нет; назначьте день или отмените и напишите, почему`,
  cases: [
    {
      rows: [{ status: 'запрошено', date: '2023-05-01' }],
      today: '2023-06-25',
      says: ['М-101: «Статус»: запрошено 55 дн. назад, а помощи нет; назначьте день или отмените и напишите, почему'],
    },
    {
      rows: [
        { status: 'запрошено', date: '2023-06-01' },
        { status: 'запрошено' },
        { status: 'проведено', date: '2023-01-01' },
      ],
      today: '2023-06-25',
      says: [],
    },
  ],
});

/** The plan is adopted by the board of governors of each school it is for. */
const planWithoutCouncil = defineRegisterCheck({
  id: 'register/plan-without-council',
  severity: 'warning',
  find({ rows }) {
    const councils = rows.filter(({ kind, status }) => kind === 'Управляющий совет' && HELD.includes(String(status)));
    const schoolsOf = ({ school }: (typeof rows)[number]) => String(school).split(SCHOOLS_APART);
    const adopted = new Set(councils.flatMap(schoolsOf));
    return rows
      .filter(({ kind, status }) => kind === 'план информирования' && HELD.includes(String(status)))
      .filter(
        (row) =>
          adopted.size === 0 ||
          !(
            schoolsOf(row).includes('район') ||
            schoolsOf(row).every((school) => adopted.has(school) || adopted.has('район'))
          ),
      )
      .map(({ id }) => ({ row: id, field: 'kind', details: {} }));
  },
  words: (_, { column }) =>
    `${column}: нет протокола Управляющего совета этой школы; внесите его строкой «Управляющий совет»`,
  cases: [
    {
      rows: [{ kind: 'план информирования', school: 'tolbuzino', status: 'проведено' }],
      says: ['М-101: «Вид»: нет протокола Управляющего совета этой школы; внесите его строкой «Управляющий совет»'],
    },
    {
      rows: [
        { kind: 'план информирования', school: 'tolbuzino', status: 'проведено' },
        { kind: 'Управляющий совет', school: 'tolbuzino; gudachi', status: 'проведено' },
      ],
      says: [],
    },
    // Of several schools each adopts it, unless the district does; what is only planned is not yet to be adopted.
    {
      rows: [
        { kind: 'план информирования', school: 'tolbuzino; ushumun', status: 'проведено' },
        { kind: 'Управляющий совет', school: 'tolbuzino', status: 'проведено' },
        { kind: 'план информирования', school: 'ushumun', status: 'запланировано' },
        { kind: 'консультация', school: 'ushumun', status: 'проведено' },
      ],
      says: ['М-101: «Вид»: нет протокола Управляющего совета этой школы; внесите его строкой «Управляющий совет»'],
    },
    {
      rows: [
        { kind: 'план информирования', school: 'tolbuzino', status: 'проведено' },
        { kind: 'Управляющий совет', school: 'район', status: 'проведено' },
      ],
      says: [],
    },
    {
      rows: [
        { kind: 'план информирования', school: 'район', status: 'проведено' },
        { kind: 'Управляющий совет', school: 'gudachi', status: 'проведено' },
      ],
      says: [],
    },
    {
      rows: [{ kind: 'план информирования', school: 'район', status: 'проведено' }],
      says: ['М-101: «Вид»: нет протокола Управляющего совета этой школы; внесите его строкой «Управляющий совет»'],
    },
  ],
});

/** «Мероприятия»: one log of help, audits, information, lectures and meetings. */
export const events = defineRegister({
  key: 'events',
  title: 'Мероприятия',
  help: 'Один журнал: консультации, выезды, аудит, Управляющие советы, мастер-классы, встречи. Одна строка – одно мероприятие; запрос школы – тоже строка.',
  fields,
  identity: ['date', 'kind', 'school', 'theme'],
  prefix: 'М',
  label: 'theme',
  answers: ['O4.1', 'M1.4', 'M4.1', 'ER3', 'C5'],
  hand: { overdue: 'computed' },
  hidden: ['basis', 'responsible'],
  widths: {
    date: 85,
    kind: 125,
    school: 140,
    theme: 260,
    people: 75,
    riskFactor: 120,
    evidence: 130,
    note: 120,
    link: 110,
  },
  computed: (rows, { today }) => rows.map((row) => ({ overdue: isOpen(row) ? daysPast(row.dueTo, today) : null })),
  status: { field: 'status', cycle: cycleOf(STATES, freely(STATES)) },
  done: { states: HELD, on: 'date', evidence: ['evidence', 'link'], planned: true },
  checks: [askedLongAgo, planWithoutCouncil],
  frozen: true,
});
