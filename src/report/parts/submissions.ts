import { counted, dateInFigures, formatNumber, formatPercent, quarterTitle } from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { MOST_NAMED, namedOrCounted } from '../missing';
import { type HandedIn, namesOf, type ReportData, type SchoolCollection } from '../report-data';
import { atTable, centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { agreed } from '../words/pupils';
import { givenTo, handedInLate, noneOfSchools, returned } from '../words/sentences';

/** Who has handed in, when, how late, how often it was given back, in what state the data were (order No 341, p. 5; roadmap 2.1). */
export const submissions: Part = {
  title: 'Предоставление данных школами',
  needs: [],
  blocks: (data): PartBlock[] => [paragraph(sentence(data)), ...givenBack(data), table(data), ...byQuarter(data)],
};

function sentence(data: ReportData): string {
  const known = data.collection.filter(({ handedIn }) => handedIn !== null);
  if (known.length === 0) return 'О сроках сдачи за этот период сведений нет: его закрыла прежняя версия.';
  const late = known.filter(({ handedIn }) => (handedIn!.lateDays ?? 0) > 0).map(({ school }) => school);
  const owing = known.filter(({ handedIn }) => handedIn!.at === '').map(({ school }) => school);
  const inTime = known.length - late.length - owing.length;
  return [
    inTime === 0
      ? `В срок не сдала ${noneOfSchools(known.length)}.`
      : `В срок ${agreed(inTime, ['сдала', 'сдали'])} ${formatNumber(inTime)} из ${counted(known.length, 'школы', 'школ', 'школ')}.`,
    ...(late.length > 0 ? [`Позже срока: ${namedOrCounted(data, late)}.`] : []),
    ...(owing.length > 0 ? [`Не сдали: ${namedOrCounted(data, owing)}.`] : []),
  ].join(' ');
}

/** «На исправление возвращали: Школа №1 – 2 раза (сдала снова 12.01.2024), Школа №2 – 1 раз (снова не сдала).» */
function givenBack(data: ReportData): PartBlock[] {
  const found = data.collection.flatMap(({ school, handedIn }) =>
    handedIn && handedIn.returns > 0
      ? [`${namesOf(data, [school])} – ${returned(handedIn.returns)} (${sinceThen(handedIn)})`]
      : [],
  );
  if (found.length > MOST_NAMED)
    return [paragraph(`На исправление возвращали сведения ${givenTo(found.length)}${atTable('submissions')}.`)];
  if (found.length > 0) return [paragraph(`На исправление возвращали: ${found.join(', ')}.`)];
  return data.collection.some(({ handedIn }) => handedIn) ? [paragraph('На исправление ничего не возвращали.')] : [];
}

const sinceThen = ({ at }: HandedIn): string => (at === '' ? 'снова не сдала' : `сдала снова ${dateInFigures(at)}`);

const table = (data: ReportData): PartTable => ({
  kind: 'table',
  key: 'submissions',
  dense: true,
  title: 'Сдача данных по школам',
  columns: [
    leftColumn('Школа', 0.31),
    centredColumn('Сдано', 0.15),
    centredColumn('Опоздание, дней', 0.11),
    centredColumn('Возвратов', 0.11),
    centredColumn('Заполнено граф', 0.12),
    centredColumn('Ошибок', 0.09),
    centredColumn('Вопросов', 0.11),
  ],
  rows: data.collection.map((item) => [namesOf(data, [item.school]), ...cellsOf(item)].map(textCell)),
  note: 'Возвраты – сколько раз район вернул сведения школе на исправление. Заполнено – из граф, которые школа должна заполнить. Вопросы – предупреждения без пояснения.',
});

function cellsOf({ handedIn, trouble }: SchoolCollection): string[] {
  if (handedIn === null) return [trouble === '' ? 'н/д' : 'не прочитана', '–', '–', '–', '–', '–'];
  const { lateDays, returns, filled, expected, errors, questions } = handedIn;
  return [
    whenOf(handedIn),
    lateDays === null ? '–' : formatNumber(lateDays),
    formatNumber(returns),
    expected === 0 ? '–' : formatPercent((100 * filled) / expected),
    formatNumber(errors),
    formatNumber(questions),
  ];
}

function whenOf({ at, returns, returnedAt }: HandedIn): string {
  if (returnedAt !== '') return `возвращено ${dateInFigures(returnedAt)}`;
  if (at === '') return 'не сдано';
  return `${returns > 0 ? 'повторно ' : ''}${dateInFigures(at)}`;
}

/** School by quarter: whether it was in time, how often it was given back; nothing where only the period itself is known. */
function byQuarter(data: ReportData): PartTable[] {
  const known = data.quarters.filter(({ bySchool }) => Object.values(bySchool).some((found) => found !== null));
  if (known.length < 2) return [];
  return [
    {
      kind: 'table',
      key: 'by-quarter',
      dense: true,
      title: 'Сдача данных по кварталам',
      columns: [
        leftColumn('Школа', 0.31),
        ...known.map(({ period }) => centredColumn(quarterTitle(period), 0.69 / known.length)),
      ],
      rows: data.schools.map(({ key }) =>
        [namesOf(data, [key]), ...known.map(({ bySchool }) => quarterCell(bySchool[key]))].map(textCell),
      ),
    },
  ];
}

function quarterCell(found: HandedIn | null | undefined): string {
  if (found === undefined) return '–';
  if (found === null) return 'н/д';
  const { at, lateDays, returns, returnedAt } = found;
  const state = at === '' ? (returnedAt === '' ? 'не сдано' : 'возвращено') : handedInLate(lateDays ?? 0);
  return returns === 0 ? state : `${state}, возвратов ${formatNumber(returns)}`;
}
