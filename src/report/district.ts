import {
  type Block,
  counted,
  dateInWords,
  formatNumber,
  isDerived,
  periodTitle,
  type ReportDocument,
  resultsTitle,
} from '../model';
import { conclusions, type TableNumbers } from './district-conclusions';
import { correctionsTable } from './district-corrections';
import { DISTRICT, type DistrictData, figureOf, groupsOf, groupTitle, hasValue, indicatorOf } from './district-data';
import { collectionTable, contextTable, marksTable, pupilsTable, subjectsTable, targetsTable } from './district-tables';
import { GOST } from './layout';

const paragraph = (content: string): Block => ({ kind: 'paragraph', content });
const heading = (content: string): Block => ({ kind: 'heading', level: 1, content });
const centred = (content: string, bold = false): Block => ({
  kind: 'paragraph',
  content: [{ text: content, bold }],
  align: 'center',
});

function requisites(data: DistrictData): Block[] {
  const { settings, period } = data;
  const results = resultsTitle(period);
  const about = `по итогам мониторинга качества образования за ${periodTitle(period)}${results ? `: ${results}` : ''}`;
  return [
    centred(settings.municipality ?? ''),
    { ...centred(settings.organisation ?? '', true), spaceAfter: 12 } as Block,
    { kind: 'title', content: 'АНАЛИТИЧЕСКАЯ СПРАВКА' },
    centred(about),
    ...(settings.note ? [centred(settings.note, true)] : []),
    { kind: 'two-sides', left: dateInWords(data.day), right: settings.place ?? '', spaceBefore: 12 },
  ];
}

function participants(data: DistrictData): string {
  const pupils = data.collection.reduce((sum, item) => sum + item.pupils, 0);
  const classes = data.collection.reduce((sum, item) => sum + item.classes, 0);
  const groups = groupsOf(data).map((group) => {
    const count = data.schools.filter((school) => school.group === group).length;
    return `${groupTitle(group).toLowerCase()} – ${count}`;
  });
  const schools = counted(data.schools.length, 'школа', 'школы', 'школ');
  const list =
    classes === 0
      ? 'списки классов не представлены'
      : `${counted(classes, 'класс', 'класса', 'классов')}, ${counted(pupils, 'обучающийся', 'обучающихся', 'обучающихся')}`;
  return `Участники: ${schools}${groups.length > 0 ? ` (${groups.join('; ')})` : ''}, ${list}.`;
}

function standing({ closed, corrections }: DistrictData): string {
  if (!closed) return 'период открыт, данные могут уточняться';
  return corrections.length === 0
    ? 'период закрыт'
    : `период закрыт, после закрытия исправлено чисел: ${formatNumber(corrections.length)}`;
}

function basis(data: DistrictData): Block[] {
  return [
    heading('1. Основание, источники и методика'),
    paragraph(`Основание: ${data.programme.basis}.`),
    paragraph(
      'Цель: проследить изменение качества образования в школах района и выполнение целевых индикаторов программы.',
    ),
    paragraph(participants(data)),
    paragraph(
      `Источник: сведения, внесённые школами в районную книгу, свод от ${dateInWords(data.day)}; ${standing(data)}. Собраны только количества; персональных данных нет.`,
    ),
    paragraph(
      'Методика: показатели школ, групп и района рассчитаны по сумме численностей (доли не усредняются); не аттестованные входят в число, от которого считается доля, освобождённые не входят; значения округлены только для показа. Слова «рост» и «снижение» употребляются лишь там, где 95-процентный интервал разности долей (метод Ньюкомба) не содержит нуля.',
    ),
    ...formulas(data),
  ];
}

const FORMULAS = ['pupil-pass-rate', 'pupil-quality-rate', 'pass-rate', 'quality-rate', 'sou', 'mean-mark'];

/** Only the formulas of what the report shows. */
function formulas(data: DistrictData): Block[] {
  const shown = FORMULAS.filter((key) => hasValue(figureOf(data, DISTRICT, key))).map((key) => indicatorOf(data, key));
  if (shown.length === 0) return [];
  const items = shown.map(
    (indicator) => `${indicator.title}: ${isDerived(indicator) ? indicator.formula : indicator.source}`,
  );
  return [paragraph('Формулы:'), { kind: 'list', numbered: false, items }];
}

interface Part {
  readonly title: string;
  readonly tables: readonly ((data: DistrictData, number: number) => Block)[];
  readonly names: readonly (keyof TableNumbers | 'other')[];
  readonly present: boolean;
  readonly absent: string;
}

function parts(data: DistrictData): Part[] {
  const has = (key: string) => hasValue(figureOf(data, DISTRICT, key));
  const pupils = has('pupil-pass-rate');
  const none = 'Данных за период нет.';
  return [
    { title: 'Школы и полнота данных', tables: [collectionTable], names: ['other'], present: true, absent: '' },
    { title: 'Итоги обучающихся', tables: [pupilsTable], names: ['pupils'], present: pupils, absent: none },
    {
      title: 'Целевые индикаторы программы',
      tables: [targetsTable],
      names: ['targets'],
      present: pupils,
      absent: none,
    },
    {
      title: 'Отметки по школам и предметам',
      tables: [marksTable, subjectsTable],
      names: ['marks', 'subjects'],
      present: has('pass-rate'),
      absent: none,
    },
    {
      title: 'Социальный контекст',
      tables: [contextTable],
      names: ['other'],
      present: has('higher-education-parent-rate'),
      absent: none,
    },
    ...(data.corrections.length > 0 ? [corrections] : []),
  ];
}

const corrections: Part = {
  title: 'Исправления после закрытия периода',
  tables: [correctionsTable],
  names: ['other'],
  present: true,
  absent: '',
};

/** «Аналитическая справка» of the district for one period. */
export function districtReport(data: DistrictData): ReportDocument {
  const blocks: Block[] = [...requisites(data), ...basis(data)];
  const numbers: Record<string, number> = {};
  let table = 0;
  parts(data).forEach((part, index) => {
    blocks.push(heading(`${index + 2}. ${part.title}`));
    if (!part.present) blocks.push(paragraph(part.absent));
    else {
      part.tables.forEach((make, place) => {
        table += 1;
        numbers[part.names[place]!] = table;
        blocks.push(make(data, table));
      });
    }
  });
  blocks.push(heading(`${parts(data).length + 2}. Выводы`));
  blocks.push({ kind: 'list', numbered: true, items: conclusions(data, numbers) });
  blocks.push(...signature(data));
  const title = `Аналитическая справка, ${periodTitle(data.period)}`;
  return { kind: 'district', edition: data.edition, title, period: data.period, layout: GOST, blocks };
}

function signature({ settings }: DistrictData): Block[] {
  return [
    {
      kind: 'two-sides',
      left: settings['signatory-position'] ?? '',
      right: settings['signatory-name'] ?? '',
      spaceBefore: 24,
    },
    { kind: 'paragraph', content: `Исполнитель: ${settings.author ?? ''}`, align: 'left' },
  ];
}
