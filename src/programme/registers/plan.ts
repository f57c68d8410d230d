import { choice, count, date, defineRegister, longText, type RowOf, type Start, text } from '../../model';
import { measures } from './measures';
import type { Action } from './plan-action';
import { failedWithoutReason, progressOf, stageClosedTooEarly, stagesBetween } from './plan-progress';
import { roadmap } from './roadmap';
import { stages } from './stages';

const STATES = ['не начато', 'в работе', 'выполнено', 'не выполнено', 'не требуется'] as const;
const moves = STATES.flatMap((from) =>
  STATES.filter((to) => to !== from).map((to) => ({ from, to, by: 'coordinator' as const })),
);

const fields = {
  number: text('№', 'Номер в приказе от 25.12.2019 № 341. Своей строке дайте свой номер.'),
  title: text('Мероприятие', 'Коротко. Полные слова приказа – в примечании к ячейке.'),
  term: text('Срок', 'Как в приказе.'),
  status: choice(
    'Статус',
    'Выберите из списка. Статус строки с подпунктами считается по ним, а где заполнено «По данным» – по данным; чтобы поставить свой, заполните «Причина, пояснение» либо дату и документ.',
    STATES,
  ),
  doneOn: date('Дата исполнения', 'День, когда выполнено. Нужна для статуса «выполнено».', { optional: true }),
  document: text('Документ', 'Чем подтверждается: вид, дата, номер, ссылка.', { optional: true }),
  reason: longText('Причина, пояснение', 'Почему не выполнено, не требуется или статус не по подпунктам.', {
    optional: true,
  }),
  nextStep: text('Следующий шаг', 'Что сделать и к какому дню.', { optional: true }),
  overdue: count('Просрочено, дней', 'Считается: сколько дней прошло после срока.', { optional: true }),
  late: count('Опоздание, дней', 'Считается: на сколько дней позже срока выполнено.', { optional: true }),
  said: text(
    'По данным',
    'Считается: что видно из сданных форм, мероприятий, договоров и справок. По этому ставится статус.',
    {
      optional: true,
    },
  ),
  part: choice('Часть', 'Часть приказа.', ['дорожная карта', 'меры', 'этапы', 'сверх приказа'], { optional: true }),
  section: longText('Раздел', 'Заголовок раздела в приказе.', { optional: true }),
  action: longText('Мероприятие словами приказа', 'Полный текст.', { optional: true }),
  expected: longText('Планируемый результат', 'Словами приказа.', { optional: true }),
  stage: text('Этап', 'Этапы программы, на которые приходится срок.', { optional: true }),
  frequency: text('Повторяемость', 'Как часто.', { optional: true }),
  dueFrom: date('Начало', 'Первый день срока.', { optional: true }),
  dueTo: date('Конец', 'Последний день срока: от него считается просрочка.', { optional: true }),
  basis: text('Основание', 'Пункт приказа.', { optional: true }),
  responsible: text('Ответственный', 'Роль или организация, без фамилий.', { optional: true }),
};

export type PlanRow = RowOf<typeof fields>;

const LETTERS = 'абвгде';
const BASIS = { 'дорожная карта': 'Дорожная карта ', меры: '', этапы: '' } as const;

/** The order's words of an action with parts are those before the parts and the parts themselves. */
const wordsOf = ({ action, subs = [] }: Action): string =>
  [action, ...subs.map((part) => part.action)].filter((words) => words !== '').join('\n');

const rowsOf = (part: keyof typeof BASIS, actions: readonly Action[]): Omit<Start<typeof fields>, 'id'>[] =>
  actions.flatMap((action) => {
    const { number, title, section, term, expected, frequency, due, responsible, subs = [] } = action;
    const [dueFrom, dueTo] = due;
    const common = { status: 'не начато', term, part, section, expected, frequency, dueFrom, dueTo, responsible };
    const row = { ...common, stage: stagesBetween(dueFrom, dueTo), basis: `${BASIS[part]}${number}` };
    return [
      { ...row, number, title, action: wordsOf(action) },
      ...subs.map((own, index) => ({
        ...row,
        number: `${number} ${LETTERS[index]}`,
        title: own.title,
        action: own.action,
        expected: '',
        responsible: own.responsible ?? responsible,
      })),
    ];
  });

/** «План программы»: the roadmap with its parts, the measures and the stages of order No 341, in its words. */
export const plan = defineRegister({
  key: 'plan',
  title: 'План программы',
  help: 'Дорожная карта, управленческие меры и этапы приказа № 341. Заполняйте статус, дату, документ, причину, следующий шаг; свои строки добавляйте ниже. Строки приказа нельзя изменить или удалить: сбор свода их вернёт.',
  fields,
  identity: ['part', 'number'],
  prefix: 'ПЛ',
  label: 'title',
  answers: ['O3.1', 'E1', 'E2', 'E3'],
  starts: [...rowsOf('дорожная карта', roadmap), ...rowsOf('меры', measures), ...rowsOf('этапы', stages)].map(
    (row, index) => ({ ...row, id: `ПЛ-${String(index + 1).padStart(2, '0')}` }),
  ),
  hand: {
    number: 'order',
    title: 'order',
    term: 'order',
    part: 'order',
    section: 'order',
    action: 'order',
    expected: 'order',
    stage: 'order',
    frequency: 'order',
    dueFrom: 'order',
    dueTo: 'order',
    basis: 'order',
    overdue: 'computed',
    late: 'computed',
    said: 'computed',
  },
  hidden: ['part', 'section', 'action', 'expected', 'stage', 'frequency', 'dueFrom', 'dueTo', 'basis', 'responsible'],
  widths: {
    number: 70,
    title: 265,
    term: 115,
    status: 100,
    document: 160,
    reason: 150,
    overdue: 85,
    late: 85,
    said: 140,
  },
  notes: { title: 'action' },
  computed: (rows, world) => rows.map((row) => progressOf(row, rows, world)),
  status: { field: 'status', cycle: { states: STATES.map((key) => ({ key, title: key })), moves } },
  done: { states: ['выполнено'], on: 'doneOn', evidence: ['document'] },
  waived: { states: ['не требуется'], why: 'reason' },
  checks: [failedWithoutReason, stageClosedTooEarly],
  frozen: true,
});
