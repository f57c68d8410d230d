import { formatNumber, type Identification, NBSP, type School } from '../../model';
import type { Part } from '../kind';
import { identificationOf, isPublic, namesOf, type ReportData } from '../report-data';
import { paragraph } from '../texts';
import { ofOne } from './of-one';

const BANDS = { low: 'низкий', middle: 'средний', high: 'высокий' } as const;

/** «Паспорт школы»: who it is, in which conditions, with whom. */
export const passport: Part = {
  title: 'Паспорт школы',
  needs: [],
  blocks: ofOne((data, school) => {
    const [who, ...rest] = passportItems(data, school);
    return [who!, ...(rest.length > 0 ? [rest.join('. ')] : [])].map((text) => paragraph(`${text}.`));
  }),
};

function passportItems(data: ReportData, { key, type, group, partner }: School): string[] {
  const collected = data.collection.find((item) => item.school === key);
  const found = identificationOf(data, key);
  const [programme] = data.rowsOf(key, 'programme');
  const open = isPublic(data);
  return [
    `Тип – ${type || 'не указан'}; группа по приказу – ${group || 'не указана'}; школа-партнёр – ${partner === '' ? 'не указана' : namesOf(data, [partner])}`,
    ...(!open && collected && collected.classes > 0
      ? [`Классов-комплектов – ${formatNumber(collected.classes)}, обучающихся – ${formatNumber(collected.pupils)}`]
      : []),
    ...(open || found?.index == null
      ? []
      : [`ИСБШ – ${formatNumber(found.index, 1)}${found.band ? ` (${BANDS[found.band]})` : ''}`]),
    ...(open || !found ? [] : signsOf(found)),
    ...(programme
      ? [
          `Режим школы – ${programme.texts.regime || 'не указан'}; программа перехода – ${programme.texts.state || 'не указано'}`,
        ]
      : []),
  ];
}

/** What the figures say beside the group that the order gives: signs, which the part about conditions explains. */
function signsOf({ counted, lowResults, steady, adverseContext }: Identification): string[] {
  const low = lowResults
    ? `${steady ? 'есть' : 'формально есть, за три года вместе не подтверждается'} (раздел${NBSP}{part:conditions})`
    : `не выявлен (процедур учтено – ${formatNumber(counted)})`;
  return [
    `Признак низких результатов (ШНОР) – ${lowResults || counted > 0 ? low : 'нет данных процедур'}`,
    `Признак неблагоприятных условий (ШНСУ) – ${adverseContext === null ? 'нет данных' : adverseContext ? 'есть' : 'не выявлен'}`,
  ];
}
