import { choice, date, defineRegister, defineRegisterCheck, longText, ref, text } from '../../model';
import { PARTICIPANT } from '../groups';
import { basisField, cycleOf, evidenceField, freely, noteField, responsibleField, schoolField } from './usual-fields';

const STATES = ['действует', 'завершено'] as const;
const OF_SCHOOL = ['диагностика', 'мониторинг', 'ПК и развитие педагогов и руководителей'] as const;
const OF_DISTRICT = ['координатор', 'проектная группа'] as const;
const DUTIES: Readonly<Record<string, string>> = {
  диагностика: 'Проведение углубленной диагностики',
  мониторинг: 'Промежуточный и итоговый мониторинги',
  'ПК и развитие педагогов и руководителей':
    'Повышение квалификации и профессиональное развитие педагогов и руководителей',
  координатор: 'Муниципальный координатор программы',
  'проектная группа': 'Сопровождение реализации программы',
};

const fields = {
  role: choice('Роль', 'Выберите из списка.', [...OF_DISTRICT, ...OF_SCHOOL]),
  school: schoolField,
  organisation: text('Организация', 'Где работает: отдел образования, МБУ «ИМЦ», школа.', { optional: true }),
  position: text('Должность', 'Только должность. Фамилии – лишь тех, кого называет приказ № 341.', { optional: true }),
  order: ref('Приказ', 'Кем назначен: выберите из «Документов».', 'documents', { optional: true }),
  until: date('До какого дня', 'Если назначен на срок.', { optional: true }),
  status: choice('Статус', 'Выберите из списка.', STATES),
  duty: longText('Обязанность', 'За что отвечает.', { optional: true }),
  evidence: evidenceField,
  note: noteField,
  basis: basisField,
  responsible: responsibleField,
};

/** Somebody holds the role by an order: all three of each participant, and the district's own. */
const nobodyNamed = defineRegisterCheck<{ role: string }>({
  id: 'register/nobody-named',
  severity: 'warning',
  find({ rows, world }) {
    const participants = new Set(world.schools.filter(({ group }) => group === PARTICIPANT).map(({ key }) => key));
    const wanted = ({ role, school }: (typeof rows)[number]): boolean =>
      OF_DISTRICT.some((own) => own === role) ||
      (OF_SCHOOL.some((own) => own === role) && participants.has(String(school)));
    const isHeld = (row: (typeof rows)[number]): boolean =>
      row.status === 'действует' && row.position !== '' && (row.order !== '' || row.evidence !== '');
    const held = new Set(rows.filter(isHeld).map(({ role, school }) => `${role}|${school}`));
    const asked = new Set<string>();
    return rows.filter(wanted).flatMap((row) => {
      const place = `${row.role}|${row.school}`;
      if (held.has(place) || asked.has(place)) return [];
      asked.add(place);
      return [{ row: row.id, field: 'position', details: { role: String(row.role) } }];
    });
  },
  words: ({ role }, { column }) =>
    `${column}: ответственный («${role}») не назначен; впишите должность и выберите приказ`,
  cases: [
    {
      rows: [{ role: 'мониторинг', school: 'gudachi', position: 'заместитель директора' }],
      schools: [{ key: 'gudachi', group: PARTICIPANT }],
      says: ['О-101: «Должность»: ответственный («мониторинг») не назначен; впишите должность и выберите приказ'],
    },
    {
      rows: [
        {
          role: 'мониторинг',
          school: 'gudachi',
          position: 'заместитель директора',
          order: 'Д-4004',
          status: 'действует',
        },
        { role: 'мониторинг', school: 'gudachi', status: 'завершено' },
      ],
      schools: [{ key: 'gudachi', group: PARTICIPANT }],
      says: [],
    },
    // An order that is told in words is one; without any nobody is named.
    {
      rows: [
        {
          role: 'мониторинг',
          school: 'gudachi',
          position: 'заместитель директора',
          evidence: 'Приказ № 5',
          status: 'действует',
        },
      ],
      schools: [{ key: 'gudachi', group: PARTICIPANT }],
      says: [],
    },
    {
      rows: [{ role: 'мониторинг', school: 'gudachi', position: 'заместитель директора', status: 'действует' }],
      schools: [{ key: 'gudachi', group: PARTICIPANT }],
      says: ['О-101: «Должность»: ответственный («мониторинг») не назначен; впишите должность и выберите приказ'],
    },
  ],
});

/** «Ответственные»: who holds which role of the programme, by office. */
export const team = defineRegister({
  key: 'team',
  title: 'Ответственные',
  help: 'Координатор, проектная группа и три роли в каждой школе-участнице: должность и приказ, без фамилий. Строки приказа сбор свода вернёт.',
  fields,
  identity: ['role', 'school', 'organisation', 'position'],
  prefix: 'О',
  label: 'role',
  answers: ['O2'],
  starts: OF_DISTRICT.map((role, index) => ({
    id: `О-0${index + 1}`,
    role,
    school: 'район',
    status: 'действует',
    duty: DUTIES[role]!,
    basis: index === 0 ? 'K1.1' : 'R1.1.1',
    responsible: 'отдел образования',
  })),
  schoolStarts: OF_SCHOOL.map((role, index) => ({
    group: PARTICIPANT,
    start: {
      id: `О-0${OF_DISTRICT.length + index + 1}`,
      role,
      status: 'действует',
      duty: DUTIES[role]!,
      basis: 'R1.1.1',
      responsible: 'руководитель школы',
    },
  })),
  hand: { role: 'order', school: 'order', basis: 'order' },
  quiet: true,
  hidden: ['basis', 'responsible'],
  widths: { role: 150, school: 150, organisation: 150, position: 160, order: 190, duty: 190, evidence: 120, note: 110 },
  status: { field: 'status', cycle: cycleOf(STATES, freely(STATES)) },
  checks: [nobodyNamed],
  frozen: true,
});
