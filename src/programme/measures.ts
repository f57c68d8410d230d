import type { Amount, Measurable, Measure, RegisterRow, School } from '../model';
import { LEADING, PARTICIPANT } from './groups';
import { BY, ofDistrict, ofParticipants, PLANS } from './order-targets';

const amount = (numerator: number, denominator: number): Amount | null =>
  denominator === 0 ? null : { numerator, denominator, value: (100 * numerator) / denominator };

/** Of the schools of which something is known, those of which it holds. */
function shareOfSchools(schools: readonly School[], holds: (school: School) => boolean | null): Amount | null {
  const known = schools.map(holds).filter((answer) => answer !== null);
  return amount(known.filter(Boolean).length, known.length);
}

const schoolsWithPlans: Measure = {
  key: 'schools-with-plans',
  title: 'Доля школ, где есть обучающиеся по индивидуальному учебному плану',
  unit: 'percent',
  counts: 'школ',
  formula: 'школ, где по ИУП учится хотя бы один / школ, сдавших форму «Охват за полугодие»',
  bySchool: true,
  ofSchools: true,
  of: ({ figure }, schools) =>
    shareOfSchools(schools, ({ key: school }) => {
      const own = figure({ scope: 'school', school }, 'individual-plan-rate');
      return own?.value == null ? null : own.numerator > 0;
    }),
  targets: [
    { atLeast: 100, is: PLANS.schools },
    { atLeast: null, trend: 'up' as const, is: PLANS.children },
  ].map(({ is, ...plan }) =>
    ofParticipants({
      ...plan,
      id: 'TI5-Б',
      by: BY.year,
      reading: { setting: PLANS.setting, is },
      words: 'увеличение доли детей, обучающихся по индивидуальным учебным планам. (100% в этих школах)',
    }),
  ),
};

const isOfFund = ({ subject, grade, workStage }: RegisterRow): boolean =>
  [subject, grade, workStage].some((words) => words !== undefined && words !== null && words !== '');
const isFilled = (row: RegisterRow, ...fields: string[]): boolean =>
  fields.every((field) => row[field] !== undefined && row[field] !== null && row[field] !== '');
const isApproved = ({ status }: RegisterRow): boolean => status === 'утверждён';
const standing = ({ register }: Measurable): RegisterRow[] =>
  register('documents').filter(({ status }) => status !== 'утратил силу');
/** Documents of the system of assessing quality; the fund is a list of its own. */
const documentsOf = (seen: Measurable): RegisterRow[] =>
  standing(seen).filter((row) => !isOfFund(row) && row.soko === 'да' && row.required === 'да');
const fundOf = (seen: Measurable): RegisterRow[] => standing(seen).filter(isOfFund);

const WORDS =
  'создание фонда оценочных средств муниципалитета (наличие 100% разработанной документации, электронных приложений)';

function ofDocuments(
  { id, key, title, formula }: Pick<Measure, 'key' | 'title' | 'formula'> & { readonly id: string },
  rowsOf: (seen: Measurable) => RegisterRow[],
  isReady: (row: RegisterRow) => boolean,
): Measure {
  return {
    ...{ key, title, formula, unit: 'percent', counts: 'документов и наборов', bySchool: false },
    of: (seen) => {
      const rows = rowsOf(seen);
      return amount(rows.filter(isReady).length, rows.length);
    },
    targets: [ofDistrict({ id, by: BY.year, atLeast: 100, words: WORDS })],
  };
}

const documents: readonly Measure[] = [
  ofDocuments(
    {
      id: 'TI3a-documents',
      key: 'documents-rate',
      title: 'Разработанная документация системы оценки качества',
      formula: 'документов СОКО, утверждённых с датой и номером / требуемых; документ школы – по разу на школу',
    },
    documentsOf,
    (row) => isApproved(row) && isFilled(row, 'signedOn', 'regNo'),
  ),
  ofDocuments(
    {
      id: 'TI3a-electronic',
      key: 'electronic-rate',
      title: 'Электронные приложения',
      formula: 'документов СОКО и наборов фонда, утверждённых и имеющих ссылку / всех требуемых и запланированных',
    },
    (seen) => [...documentsOf(seen), ...fundOf(seen)],
    (row) => isApproved(row) && isFilled(row, 'electronic'),
  ),
  ofDocuments(
    {
      id: 'TI3a-fund',
      key: 'fund-rate',
      title: 'Фонд оценочных средств муниципалитета',
      formula: 'готовых наборов (утверждён, есть ссылка) / запланированных',
    },
    fundOf,
    (row) => isApproved(row) && isFilled(row, 'electronic'),
  ),
];

const partners: Measure = {
  key: 'partner-rate',
  title: 'Доля школ-участниц с действующим партнёром',
  unit: 'percent',
  counts: 'школ',
  formula: 'школ, у которых в реестре «Партнёры и договоры» есть запись «действует» / школ-участниц',
  bySchool: true,
  ofSchools: true,
  of: ({ register }, schools) => {
    const rows = register('partners');
    if (rows.length === 0) return null;
    const acting = rows.filter(({ status }) => status === 'действует').map(({ school }) => `;${school};`);
    const names = ({ key, name }: School): string[] => [`;${key};`, `;${name};`];
    return shareOfSchools(schools, (school) =>
      acting.some((listed) => names(school).some((name) => listed.replace(/\s*;\s*/g, ';').includes(name))),
    );
  },
  targets: [
    ofParticipants({
      ...{ id: 'ER2', by: BY.year, atLeast: 100 },
      words: 'Создание партнерской сети школ для оказания нефинансовой и научно-методической помощи',
    }),
  ],
};

function gap(id: string, key: string, title: string, indicator: string): Measure {
  return {
    ...{ key, title, unit: 'percent', bySchool: false },
    formula: 'показатель ведущих школ − показатель школ-участниц, п. п.; n – обучающиеся обеих групп',
    of: ({ figure }) => {
      const [leading, others] = [LEADING, PARTICIPANT].map((group) => figure({ scope: 'group', group }, indicator));
      if (leading?.value == null || others?.value == null) return null;
      const denominator = leading.denominator + others.denominator;
      return { numerator: leading.numerator + others.numerator, denominator, value: leading.value - others.value };
    },
    targets: [
      ofDistrict({
        ...{ id, by: BY.year, atLeast: null, trend: 'down', alone: true },
        words: 'Повышение качества образования за счет сокращения разрывов',
      }),
    ],
  };
}

/** Schools of whose programme something is said in the form «Программа перехода». */
const ofProgrammes =
  (field: string, holds: (words: string) => boolean): Measure['of'] =>
  ({ rows }, schools) => {
    const said = new Map(rows('programme').map(({ school, texts }) => [school, texts[field] ?? '']));
    return shareOfSchools(schools, ({ key }) => (said.has(key) ? holds(said.get(key)!) : null));
  };

const parents: Measure = {
  key: 'parents-item-rate',
  title: 'Доля программ школ, вовлекающих родителей и местное сообщество',
  unit: 'percent',
  counts: 'школ',
  formula: 'школ, где указан пункт программы о работе с родителями / школ, сдавших форму «Программа перехода»',
  bySchool: true,
  ofSchools: true,
  of: ofProgrammes('parentsItem', (words) => words !== ''),
  targets: [
    ofParticipants({
      ...{ id: 'ER3', by: BY.start, atLeast: 100 },
      words: 'программы помощи школам, вовлекающие родителей и местное сообщество',
    }),
  ],
};

const regime: Measure = {
  key: 'effective-regime-rate',
  title: 'Доля школ, перешедших в эффективный режим',
  unit: 'percent',
  counts: 'школ',
  formula: 'школ в режиме «функционирование» или «развитие» / школ, сдавших форму «Программа перехода»',
  bySchool: true,
  ofSchools: true,
  of: ofProgrammes('regime', (words) => words === 'функционирование' || words === 'развитие'),
  targets: [
    ofParticipants({
      ...{ id: 'ER5-regime', by: BY.start, atLeast: null, trend: 'up' },
      words: 'переход в эффективный режим работы',
    }),
  ],
};

/** What the order's targets are measured by beside indicators of one form. */
export const measures: readonly Measure[] = [
  schoolsWithPlans,
  ...documents,
  partners,
  gap('ER4-quality', 'quality-gap', 'Разрыв по качеству знаний: ведущие − участницы', 'pupil-quality-rate'),
  gap('ER4-pass', 'pass-gap', 'Разрыв по успеваемости: ведущие − участницы', 'pupil-pass-rate'),
  parents,
  regime,
];
