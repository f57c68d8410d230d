import { aboutResults, COUNTS, counted, dateInWords, formatNumber } from '../../model';
import type { Called, Part, PartBlock } from '../kind';
import { isPublic, namesOf, type ReportData, subjectTitle } from '../report-data';
import { centred } from '../texts';

/** Whose paper it is, what kind, about whom and what, date and place. */
export const requisites: Part = { needs: [], blocks };

function blocks(
  data: ReportData,
  subject: string | null,
  { title, about = 'о качестве образования', when = aboutResults }: Called,
): PartBlock[] {
  const { settings, period, day } = data;
  return [
    centred(settings.municipality ?? ''),
    { ...centred(settings.organisation ?? '', true), spaceAfter: 12 },
    { kind: 'title', content: title.toUpperCase() },
    ...(subject === null ? [] : [centred(subjectTitle(data, subject), true)]),
    centred(`${about} ${when(period)}`),
    ...(isPublic(data) ? [centred(`(для размещения на сайте${data.closed ? '' : ' после закрытия периода'})`)] : []),
    ...(settings.note ? [centred(settings.note, true)] : []),
    ...preliminary(data),
    ...(subject === null ? handedIn(data) : []),
    { kind: 'two-sides', left: dateInWords(day), right: settings.place ?? '', spaceBefore: 12 },
  ];
}

/** While the period is open its numbers may change; what two editions hide could be worked out from both. */
function preliminary({ closed, edition }: ReportData): PartBlock[] {
  if (closed) return [];
  return [
    centred('ПРЕДВАРИТЕЛЬНО: период открыт', true),
    ...(edition === 'публичная' ? [centred('До закрытия периода на сайте не размещать', true)] : []),
  ];
}

/** How complete the collection was when the figures were taken: whoever reads the first page must not read it as all. */
function handedIn(data: ReportData): PartBlock[] {
  const { collection, closed, counted: over } = data;
  if (collection.some(({ submitted }) => submitted === null)) return [];
  const owing = collection.filter(({ submitted }) => !submitted).map(({ school }) => school);
  const taken = formatNumber(collection.length - owing.length);
  const list = owing.length > 0 ? `; ${closed ? 'не сдали' : 'в работе'} – ${namesOf(data, owing)}` : '';
  return [
    centred(`Сдали ${taken} из ${counted(collection.length, 'школы', 'школ', 'школ')}${list}.`),
    ...(over
      ? [
          centred(
            `Показатели – только по ${over.rule === COUNTS.accepted ? 'принятым' : 'сданным'} вкладкам: ${formatNumber(over.schools.length)} из ${formatNumber(over.of)}.`,
          ),
        ]
      : []),
  ];
}
