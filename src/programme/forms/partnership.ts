import { count, defineCheck, defineForm, shortName, type Theme, text } from '../../model';
import { PARTICIPANT } from '../groups';

const NUMBERS = ['lessonsVisited', 'lessonsTaught', 'exchange'] as const;

/** What a participant did with its partner; the partner is not asked, so that nothing counts twice. */
export const partnership = defineForm({
  key: 'partnership',
  title: 'Участие в партнёрстве',
  help: 'Что за полугодие сделано вместе со школой-партнёром. Не было – 0.',
  fields: {
    partner: text('Школа-партнёр', 'Название школы, с которой заключён договор.', { carried: true, slot: 'third' }),
    lessonsVisited: count(
      'Взаимопосещено уроков с обсуждением',
      'Сколько уроков посещено в обеих школах с обсуждением. Не было – 0.',
      { plausibleUpTo: 40 },
    ),
    lessonsTaught: count(
      'Уроков дано в классах школы-партнёра',
      'Сколько уроков учителя одной школы дали в классах другой. Не было – 0.',
      { plausibleUpTo: 40 },
    ),
    exchange: count('Встреч администраций и педагогов', 'Сколько встреч по обмену опытом. Не было – 0.', {
      plausibleUpTo: 20,
    }),
  },
  identity: ['partner'],
  due: [{ quarters: [2, 4], groups: [PARTICIPANT] }],
  starts: ({ partner }) => (partner === '' ? [] : [{ partner }]),
  startingRows: 1,
  spareRows: 1,
});

const nothingDone = defineCheck({
  id: 'row/partnership-without-events',
  needs: 'row',
  form: 'partnership',
  severity: 'warning',
  find: ({ rows }) =>
    rows.filter(({ entry }) => NUMBERS.every((key) => entry.numbers[key] === 0)).map((at) => ({ at, details: {} })),
  words: () => 'договор действует, мероприятий нет: поясните',
  cases: [
    {
      form: 'partnership',
      rows: [{ partner: 'Ушумунская СОШ', lessonsVisited: 0, lessonsTaught: 0, exchange: 0 }],
      says: ['1: Договор действует, мероприятий нет: поясните'],
    },
    {
      form: 'partnership',
      rows: [{ partner: 'Ушумунская СОШ', lessonsVisited: 0, lessonsTaught: 0, exchange: 1 }],
      says: [],
    },
  ],
});

/** Letters and figures of a name: quotation marks and spaces tell no two schools apart. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');

const ownSchool = defineCheck<{ name: string }>({
  id: 'row/partner-is-own-school',
  needs: 'row',
  form: 'partnership',
  severity: 'warning',
  find: ({ rows, school: { name = '' } }) =>
    rows
      .filter(({ entry }) => name !== '' && bare(entry.texts.partner ?? '') === bare(name))
      .map((at) => ({ at, field: 'partner', details: { name: shortName(name) } })),
  words: ({ name }, { column }) => `${column}: «${name}» – это ваша школа; впишите ту, с которой заключён договор`,
  cases: [
    {
      form: 'partnership',
      school: { name: 'Сивакская СОШ' },
      rows: [{ partner: '«Сивакская» СОШ', lessonsVisited: 1, lessonsTaught: 0, exchange: 0 }],
      says: ['1: «Школа-партнёр»: «Сивакская СОШ» – это ваша школа; впишите ту, с которой заключён договор'],
    },
    {
      form: 'partnership',
      school: { name: 'Сивакская СОШ' },
      rows: [{ partner: 'Ушумунская СОШ', lessonsVisited: 1, lessonsTaught: 0, exchange: 0 }],
      says: [],
    },
  ],
});

export const partnershipTheme: Theme = { form: partnership, indicators: [], checks: [nothingDone, ownSchool] };
