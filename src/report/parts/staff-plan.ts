import { counted, formatNumber, type School } from '../../model';
import { dueAfter, untilWords } from '../drafts';
import type { Part, PartBlock, PartTable } from '../kind';
import { type Missing, missingIn, neededIn, totalOf } from '../missing';
import { DISTRICT, figureOf, hasValue, type ReportData } from '../report-data';
import { boldRow, centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { agreed } from '../words/pupils';
import { retrainingNeeded } from '../words/sentences';
import { plainCounts } from '../words/shares';
import { ground } from './brief';
import { courses, priceOfCourses, retraining } from './decisions';
import { resourceGap } from './resources';
import { named, posts, taught } from './staff-facts';

/** The roadmap's row that asks for the report. */
const ROW = '1.1.6';

/** «Кратко и решения» of the staff's report: who is missing, who is to be taught, at what cost. */
export const staffBrief: Part = {
  title: 'Кратко и решения',
  needs: [],
  mentions: ['staffing-rate', 'higher-education-rate', 'trained-rate', 'retraining-need-rate'],
  blocks: (data): PartBlock[] => {
    const items = [posts, education, taught, retrained].flatMap((sentence) => sentence(data));
    if (items.length === 0) return [];
    const asked = [...courses(data), ...retraining(data)].map((decision) => decision.asked);
    return [
      { kind: 'list', numbered: true, items },
      ...(asked.length > 0 ? [paragraph(`Прошу решить: ${asked.join('; ')}.`)] : []),
      ...ground(data, ROW),
    ];
  },
};

function education(data: ReportData): string[] {
  const [higher, studying] = ['higher-education-rate', 'upgrading-rate'].map((key) => figureOf(data, DISTRICT, key));
  if (!hasValue(higher)) return [];
  const whom = `${agreed(higher.numerator, ['имеет', 'имеют'])} ${plainCounts(higher)}`;
  const others = hasValue(studying)
    ? `; из остальных ${agreed(studying.numerator, ['учится', 'учатся'])} в вузе ${formatNumber(studying.numerator)}`
    : '';
  return [`Высшее образование ${whom}${others}.`];
}

function retrained(data: ReportData): string[] {
  const figure = figureOf(data, DISTRICT, 'retraining-need-rate');
  if (!hasValue(figure)) return [];
  const need = neededIn(data, 'retraining-need-rate');
  return [need.length === 0 ? 'Переподготовка никому не нужна.' : `${retrainingNeeded(totalOf(need))}${named(need)}.`];
}

/** What leading schools have more of, of the staff's. */
export const staffGap: Part = {
  title: 'Кадры групп школ',
  needs: [],
  blocks: (data) => resourceGap(data, GAP),
};

const GAP = [
  'staffing-rate',
  'higher-education-rate',
  'category-rate',
  'trained-rate',
  'modern-methods-rate',
  'management-trained-rate',
  'difficult-trained-rate',
];

interface Topic {
  readonly title: string;
  readonly indicator: string;
  readonly counts: (data: ReportData, indicator: string) => Missing[];
  /** Months from the day of the data. */
  readonly within: number;
}

/** What there are courses for; the same person may need several. */
const TOPICS: readonly Topic[] = [
  { title: 'Не учились три года', indicator: 'trained-rate', counts: missingIn, within: 3 },
  { title: 'Перепод\u00adготовка', indicator: 'retraining-need-rate', counts: neededIn, within: 6 },
  { title: 'Сложный контингент', indicator: 'difficult-trained-rate', counts: missingIn, within: 6 },
  { title: 'Современные методики', indicator: 'modern-methods-rate', counts: missingIn, within: 6 },
  { title: 'Управление качеством', indicator: 'management-trained-rate', counts: missingIn, within: 9 },
];

/** How many people of which school are to go to which courses, by when: the answer that the report is asked for. */
export const coursesPlan: Part = {
  title: 'Выводы и план-график курсов',
  needs: [],
  mentions: TOPICS.map(({ indicator }) => indicator),
  blocks: (data): PartBlock[] => {
    const topics = TOPICS.filter(({ indicator }) => hasValue(figureOf(data, DISTRICT, indicator)))
      .map((topic) => ({ ...topic, need: topic.counts(data, topic.indicator) }))
      .filter(({ need }) => need.length > 0);
    if (topics.length === 0) return [];
    return [paragraph(conclusion(topics)), planTable(data, topics), ...cost(data)];
  },
};

type Needed = Topic & { readonly need: readonly Missing[] };

const conclusion = (topics: readonly Needed[]): string => {
  const most = topics.reduce((found, topic) => (totalOf(topic.need) > totalOf(found.need) ? topic : found));
  const title = most.title.replace('\u00ad', '').toLowerCase();
  const people = counted(totalOf(most.need), 'работника', 'работников', 'работников');
  const schools = counted(most.need.length, 'школы', 'школ', 'школ');
  return `Больше всего человек нужно обучить по направлению «${title}»: ${people} из ${schools} (таблица {courses-plan}).`;
};

function planTable(data: ReportData, topics: readonly Needed[]): PartTable {
  const countOf = ({ need }: Needed, { key }: School): string =>
    formatNumber(need.find(({ school }) => school.key === key)?.count ?? 0);
  const schools = data.schools.filter(({ key }) =>
    topics.some(({ need }) => need.some(({ school }) => school.key === key)),
  );
  const line = (title: string, of: (topic: Needed) => string) => [title, ...topics.map(of)].map(textCell);
  const width = 0.68 / TOPICS.length;
  return {
    kind: 'table',
    key: 'courses-plan',
    dense: true,
    title: 'План-график курсов, чел.',
    columns: [
      leftColumn('Школа', 1 - width * topics.length),
      ...topics.map(({ title }) => centredColumn(title, width)),
    ],
    rows: [
      ...schools.map((school) => line(school.name, (topic) => countOf(topic, school))),
      boldRow(line('Район', ({ need }) => formatNumber(totalOf(need)))),
      boldRow(line('Срок', ({ within }) => untilWords(dueAfter(data, within)))),
    ],
    note: 'По форме «Кадры»: сколько человек ещё не обучены; один человек может входить в несколько граф. Сроки предложены книгой, их утверждает отдел образования.',
  };
}

/** What those who have not been taught for three years would cost; other courses have no price in the register. */
function cost(data: ReportData): PartBlock[] {
  const people = totalOf(missingIn(data, 'trained-rate'));
  const price = priceOfCourses(data);
  if (people === 0 || price === null) return [];
  const sum = formatNumber(people * price, 1);
  return [
    paragraph(
      `Стоимость курсов для ${counted(people, 'работника', 'работников', 'работников')}, не учившихся три года, составит ${sum} тыс. руб. (по ${formatNumber(price, 1)} тыс. руб. за человека, вкладка «Средства»).`,
    ),
  ];
}
