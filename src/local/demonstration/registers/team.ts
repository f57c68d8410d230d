import { inTime, type Line, NOTE, on } from './line';

/** Who answers for what, by office. **Invented.** */
type Cells = Readonly<Record<string, string>>;
const holds = (day: string, role: string, school: string, position: string, more: Cells = {}): Line =>
  on(day, { role, school, position, status: 'действует', until: '31.12.2023', note: NOTE, ...more });

const IN_SCHOOLS: readonly (readonly [school: string, day: string, orders: string, positions: readonly string[]])[] = [
  ['magdagachi-3', '22.01.2020', '14-од', ['заместитель директора', 'заместитель директора', 'методист школы']],
  ['tolbuzino', '24.01.2020', '6', ['директор', 'заместитель директора', 'заместитель директора']],
  ['kuznetsovo', '27.01.2020', '5/1', ['директор', 'заместитель директора', 'заместитель директора']],
  // Nobody for the teachers' development yet: an honest gap.
  ['gudachi', '28.01.2020', '9', ['директор', 'учитель математики']],
];
const ROLES = ['диагностика', 'мониторинг', 'ПК и развитие педагогов и руководителей'];

export const TEAM: readonly Line[] = inTime([
  holds('20.01.2020', 'координатор', 'район', 'главный специалист отдела образования', {
    organisation: 'Отдел образования',
    order: 'Д-02 Приказ о группе специалистов и координаторе',
  }),
  holds('20.01.2020', 'проектная группа', 'район', 'директор МБУ «ИМЦ», методисты, заместители директоров', {
    organisation: 'МБУ «ИМЦ»',
    order: 'Д-02 Приказ о группе специалистов и координаторе',
  }),
  ...IN_SCHOOLS.flatMap(([school, day, number, positions]) =>
    positions.map((position, index) =>
      holds(day, ROLES[index]!, school, position, { evidence: `Приказ школы от ${day} № ${number}` }),
    ),
  ),
]);
