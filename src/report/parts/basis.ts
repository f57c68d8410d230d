import { counted, dateInWords, formatNumber } from '../../model';
import { HOW_COMPUTED } from '../how-computed';
import type { Part, PartBlock } from '../kind';
import { groupsOf, groupTitle, isPublic, type ReportData } from '../report-data';
import { paragraph } from '../texts';

const AIM =
  'Цель: проследить изменение качества образования в школах района и выполнение целевых индикаторов программы.';

const METHOD =
  'Методика: показатели школ, групп и района рассчитаны по сумме численностей (доли не усредняются); не аттестованные входят в число, от которого считается доля, освобождённые не входят; значения округлены только для показа.';
const WORDS_OF_CHANGE =
  'Слова «рост» и «снижение» употребляются лишь там, где 95-процентный интервал разности долей (метод Ньюкомба) не содержит нуля.';

export const basis: Part = {
  title: 'Основание, источники и методика',
  appendix: true,
  needs: [],
  blocks,
};

/** Aim and participants are the district's: a school's card is read beside its report. */
function blocks(data: ReportData, subject: string | null): PartBlock[] {
  return [
    paragraph(`Основание: ${data.programme.basis}.`),
    ...(subject === null ? [paragraph(AIM), paragraph(participants(data))] : []),
    paragraph(
      `Источник: сведения, внесённые школами в районную книгу, свод от ${dateInWords(data.day)}; ${standing(data)}.`,
    ),
    // A card for everybody has tables and no such words.
    paragraph(subject !== null && isPublic(data) ? METHOD : `${METHOD} ${WORDS_OF_CHANGE}`),
    HOW_COMPUTED,
  ];
}

function participants(data: ReportData): string {
  const pupils = data.collection.reduce((sum, item) => sum + item.pupils, 0);
  const classes = data.collection.reduce((sum, item) => sum + item.classes, 0);
  const groups = groupsOf(data).map((group) => {
    const count = data.schools.filter((school) => school.group === group).length;
    return `${groupTitle(data, group).toLowerCase()} – ${count}`;
  });
  const schools = counted(data.schools.length, 'школа', 'школы', 'школ');
  const list =
    classes === 0
      ? 'списки классов не представлены'
      : `${counted(classes, 'класс', 'класса', 'классов')}, ${counted(pupils, 'обучающийся', 'обучающихся', 'обучающихся')}`;
  return `Участники: ${schools}${groups.length > 0 ? ` (${groups.join('; ')})` : ''}, ${list}.`;
}

function standing({ closed, corrections }: ReportData): string {
  if (!closed) return 'период открыт, данные могут уточняться';
  return corrections.length === 0
    ? 'период закрыт'
    : `период закрыт, после закрытия исправлено чисел: ${formatNumber(corrections.length)}`;
}
