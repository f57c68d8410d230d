import { choice, date, defineRegister, defineRegisterCheck, longText, ref, SCHOOLS_APART, text } from '../../model';
import { LEADING, PARTICIPANT } from '../groups';
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

const STATES = ['потребность', 'переговоры', 'действует', 'завершено', 'расторгнуто'] as const;
const SCHOOLS = 'школа – школа';
export const PARTNER_KINDS = [
  SCHOOLS,
  'с учреждением ДОД',
  'сетевое сообщество',
  'общий педагог',
  'общее оборудование',
  'вуз или СПО',
] as const;

const fields = {
  school: schoolField,
  partner: text('Партнёр', 'Ведущая школа – из списка; другую организацию впишите.', { schools: 'also' }),
  kind: choice('Вид', 'Выберите из списка.', PARTNER_KINDS),
  status: choice('Статус', '«Потребность» – партнёр нужен, «действует» – есть договор или план.', STATES),
  agreement: ref('Договор', 'Выберите из «Документов»; нет в списке – сначала внесите документ туда.', 'documents', {
    optional: true,
  }),
  until: date('Действует до', 'Последний день договора.', { optional: true }),
  subject: text('Предмет договора', 'О чём: уроки математики, общий учитель, оборудование.', { optional: true }),
  result: longText('Результат', 'Что дало школе: число, документ.', { optional: true }),
  evidence: evidenceField,
  note: noteField,
  basis: basisField,
  responsible: responsibleField,
};

/** Each participant has help of somebody. */
const withoutPartner = defineRegisterCheck({
  id: 'register/without-partner',
  severity: 'warning',
  find({ rows, world }) {
    const participants = world.schools.filter(({ group }) => group === PARTICIPANT).map(({ key }) => key);
    const of = (key: string) => rows.filter(({ school }) => String(school).split(SCHOOLS_APART).includes(key));
    return participants.flatMap((key) => {
      const own = of(key);
      if (own.length === 0 || own.some(({ status }) => status === 'действует')) return [];
      return [{ row: own[0]!.id, field: 'status', details: {} }];
    });
  },
  words: (_, { column }) =>
    `${column}: у школы нет действующего партнёрства; заключите договор или напишите, что мешает`,
  cases: [
    {
      rows: [{ school: 'gudachi', kind: SCHOOLS, status: 'переговоры' }],
      schools: [{ key: 'gudachi', group: PARTICIPANT }],
      says: ['ПТ-101: «Статус»: у школы нет действующего партнёрства; заключите договор или напишите, что мешает'],
    },
    {
      rows: [
        { school: 'gudachi', kind: SCHOOLS, status: 'переговоры' },
        { school: 'gudachi; ushumun', kind: 'общий педагог', status: 'действует', agreement: 'Д-101' },
      ],
      schools: [{ key: 'gudachi', group: PARTICIPANT }],
      says: [],
    },
    // A leading school needs none, nor is a row found wrong for a participant that has no row.
    {
      rows: [{ school: 'ushumun', kind: SCHOOLS, status: 'переговоры' }],
      schools: [
        { key: 'ushumun', group: LEADING },
        { key: 'gudachi', group: PARTICIPANT },
      ],
      says: [],
    },
    {
      rows: [
        { school: 'gudachi', kind: SCHOOLS, status: 'действует', agreement: 'Д-101' },
        { school: 'tolbuzino', kind: SCHOOLS, status: 'переговоры' },
      ],
      schools: [
        { key: 'gudachi', group: PARTICIPANT },
        { key: 'tolbuzino', group: PARTICIPANT },
      ],
      says: ['ПТ-102: «Статус»: у школы нет действующего партнёрства; заключите договор или напишите, что мешает'],
    },
  ],
});

/** The order pairs participants with leading schools. */
const partnerNotLeading = defineRegisterCheck<{ partner: string }>({
  id: 'register/partner-not-leading',
  severity: 'warning',
  find({ rows, world }) {
    const groups = new Map(world.schools.map(({ key, name, group }) => [key, { name, group }]));
    return rows.flatMap(({ id, kind, partner, school }) => {
      const found = groups.get(String(partner));
      if (kind !== SCHOOLS || partner === '' || found?.group === LEADING) return [];
      if (groups.get(String(school))?.group === LEADING) return [];
      return [{ row: id, field: 'partner', details: { partner: (found?.name ?? String(partner)).slice(0, 60) } }];
    });
  },
  words: ({ partner }, { column }) =>
    `${column}: «${partner}» не ведущая школа; выберите ведущую или другой вид партнёрства`,
  cases: [
    {
      rows: [{ school: 'gudachi', kind: SCHOOLS, partner: 'tolbuzino' }],
      schools: [
        { key: 'gudachi', group: PARTICIPANT },
        { key: 'tolbuzino', name: 'Толбузинская ООШ', group: PARTICIPANT },
      ],
      says: ['ПТ-101: «Партнёр»: «Толбузинская ООШ» не ведущая школа; выберите ведущую или другой вид партнёрства'],
    },
    {
      rows: [
        { school: 'gudachi', kind: SCHOOLS, partner: 'ushumun' },
        { kind: 'вуз или СПО', partner: 'Колледж' },
      ],
      schools: [{ key: 'ushumun', group: LEADING }],
      says: [],
    },
    // A leading school helps whom it likes, and a partner that is still sought is no wrong one.
    {
      rows: [
        { school: 'ushumun', kind: SCHOOLS, partner: 'gudachi' },
        { school: 'gudachi', kind: SCHOOLS, partner: '' },
      ],
      schools: [
        { key: 'ushumun', group: LEADING },
        { key: 'gudachi', group: PARTICIPANT },
      ],
      says: [],
    },
    {
      rows: [
        {
          school: 'gudachi',
          kind: SCHOOLS,
          partner: 'Школа за пределами района, о которой никто здесь ничего не знает',
        },
      ],
      schools: [{ key: 'gudachi', group: PARTICIPANT }],
      says: [
        'ПТ-101: «Партнёр»: «Школа за пределами района, о которой никто здесь ничего не з» не ведущая школа; выберите ведущую или другой вид партнёрства',
      ],
    },
  ],
});

const BOUND = ['действует', 'завершено'];

const noAgreement = defineRegisterCheck({
  id: 'register/no-agreement',
  severity: 'error',
  find: ({ rows }) =>
    rows
      .filter(
        ({ status, agreement, evidence }) => BOUND.includes(String(status)) && agreement === '' && evidence === '',
      )
      .map(({ id }) => ({ row: id, field: 'agreement', details: {} })),
  words: (_, { column }) => `${column}: пусто; выберите договор из «Документов» или поставьте другой статус`,
  cases: [
    {
      rows: [{ status: 'действует' }],
      says: ['ПТ-101: «Договор»: пусто; выберите договор из «Документов» или поставьте другой статус'],
    },
    { rows: [{ status: 'действует', agreement: 'Д-18' }, { status: 'переговоры' }], says: [] },
    { rows: [{ status: 'действует', evidence: 'Соглашение от 01.09.2022' }], says: [] },
  ],
});

const expired = defineRegisterCheck<{ days: number }>({
  id: 'register/agreement-expired',
  severity: 'warning',
  find: ({ rows, world }) =>
    rows.flatMap(({ id, status, until }) => {
      const days = daysPast(until, world.today);
      return status === 'действует' && days !== null ? [{ row: id, field: 'until', details: { days } }] : [];
    }),
  words: ({ days }, { column }) =>
    `${column}: срок истёк ${days} дн. назад; продлите договор или поставьте «завершено»`,
  cases: [
    {
      rows: [{ status: 'действует', agreement: 'Д-18', until: '2023-06-15' }],
      today: '2023-06-25',
      says: ['ПТ-101: «Действует до»: срок истёк 10 дн. назад; продлите договор или поставьте «завершено»'],
    },
    { rows: [{ status: 'завершено', agreement: 'Д-18', until: '2023-06-15' }], today: '2023-06-25', says: [] },
    {
      rows: [
        { status: 'действует', agreement: 'Д-18', until: '2023-06-25' },
        { status: 'действует', agreement: 'Д-18' },
      ],
      today: '2023-06-25',
      says: [],
    },
  ],
});

/** «Партнёры и договоры»: who helps whom, on what ground; each participant begins with the need of a leading school. */
export const partners = defineRegister({
  key: 'partners',
  title: 'Партнёры и договоры',
  help: 'Кто кому помогает и на каком основании. У каждой школы-участницы есть строка «школа – школа»; другие партнёрства добавляйте ниже.',
  fields,
  identity: ['school', 'partner', 'kind'],
  prefix: 'ПТ',
  label: 'partner',
  answers: ['T6', 'M2.1', 'ER2', 'C5'],
  schoolStarts: [
    {
      group: PARTICIPANT,
      start: {
        id: 'ПТ-01',
        kind: SCHOOLS,
        status: 'потребность',
        basis: 'M2.2',
        responsible: 'МБУ «ИМЦ», руководители школ',
      },
    },
  ],
  hand: { school: 'order', kind: 'order', basis: 'order' },
  hidden: ['basis', 'responsible'],
  widths: { school: 150, partner: 160, kind: 120, agreement: 190, subject: 150, result: 160, evidence: 120, note: 120 },
  status: { field: 'status', cycle: cycleOf(STATES, freely(STATES)) },
  checks: [withoutPartner, partnerNotLeading, noAgreement, expired],
  frozen: true,
});
