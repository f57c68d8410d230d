import { counted, dateInFigures, formatNumber, formatPercent } from '../../model';
import type { Part, PartTable } from '../kind';
import { namesOf, type ReportData, type SchoolCollection } from '../report-data';
import { centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { agreed } from '../words/pupils';
import { noneOfSchools } from '../words/sentences';

/** Who has handed in, when, how late, and in what state the data were (order No 341, p. 5; roadmap 2.1). */
export const submissions: Part = {
  title: 'Предоставление данных школами',
  needs: [],
  blocks: (data) => [paragraph(sentence(data)), table(data)],
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
    ...(late.length > 0 ? [`Позже срока: ${namesOf(data, late)}.`] : []),
    ...(owing.length > 0 ? [`Не сдали: ${namesOf(data, owing)}.`] : []),
  ].join(' ');
}

const table = (data: ReportData): PartTable => ({
  kind: 'table',
  key: 'submissions',
  dense: true,
  title: 'Сдача данных по школам',
  columns: [
    leftColumn('Школа', 0.34),
    centredColumn('Сдано', 0.15),
    centredColumn('Опоздание, дней', 0.13),
    centredColumn('Заполнено граф', 0.16),
    centredColumn('Ошибок', 0.1),
    centredColumn('Вопросов', 0.12),
  ],
  rows: data.collection.map((item) => [namesOf(data, [item.school]), ...cellsOf(item)].map(textCell)),
  note: 'Заполнено – из граф, которые школа должна заполнить. Вопросы – предупреждения без пояснения.',
});

function cellsOf({ handedIn, trouble }: SchoolCollection): string[] {
  if (handedIn === null) return [trouble === '' ? 'н/д' : 'не прочитана', '–', '–', '–', '–'];
  const { at, lateDays, filled, expected, errors, questions } = handedIn;
  return [
    at === '' ? 'не сдано' : dateInFigures(at),
    lateDays === null ? '–' : formatNumber(lateDays),
    expected === 0 ? '–' : formatPercent((100 * filled) / expected),
    formatNumber(errors),
    formatNumber(questions),
  ];
}
