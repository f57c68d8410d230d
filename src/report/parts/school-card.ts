import {
  computedRisk,
  type Entry,
  type Figure,
  formatNumber,
  quarterTitle,
  type RegisterRow,
  textOf,
} from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { isOf, rowsIn, wordIn } from '../registers-table';
import { DISTRICT, figureOf, hasValue, isPublic, ofSchool, type ReportData } from '../report-data';
import { dated, ended, leftColumn, paragraph, textCell } from '../texts';
import { lowered, SHARE_WORDS } from '../words/indicators';
import { afterResits } from '../words/sentences';
import { plainCounts, shareOfPupils } from '../words/shares';
import { shareOf } from './by-school';
import { targetsChart } from './charts/targets';
import { ofOne } from './of-one';

/** Its results in children, against the year before; what is no target is told in one paragraph. */
export const ownResults: Part = {
  title: 'Итоги обучающихся',
  needs: ['pupil-pass-rate', 'pupil-quality-rate'],
  absent: 'Данных за период нет.',
  blocks: ofOne((data, { key }) => {
    const owner = ofSchool(key);
    const told = (...indicators: string[]) => indicators.flatMap((indicator) => shareOf(data, owner, indicator));
    const others = told('excellent-rate', 'reserve-rate', 'not-mastered-rate');
    return [
      ...told('pupil-pass-rate', 'pupil-quality-rate').map(paragraph),
      ...(others.length > 0 ? [paragraph(others.join(' '))] : []),
      ...ofDistrict(data),
      ...targetsChart(data, key),
    ];
  }),
};

/** In summer there are no results of its own: how the last year ended there, after resits and exams. */
export const pastYear: Part = {
  title: 'Итоги прошлого учебного года',
  needs: ['not-mastered-final-rate'],
  mentions: ['certified-rate'],
  blocks: ofOne((data, { key }) => {
    const [left, certified] = ['not-mastered-final-rate', 'certified-rate'].map((indicator) =>
      figureOf(data, ofSchool(key), indicator),
    );
    return [
      ...(hasValue(left) ? [told(left, afterResits(left))] : []),
      ...(hasValue(certified) ? [told(certified, `Получили аттестат ${plainCounts(certified)}.`)] : []),
    ];
  }),
};

const told = (figure: Figure, text: string): PartBlock => ({ kind: 'paragraph', content: [{ text, figure }] });

/** What the school's shares stand beside. */
function ofDistrict(data: ReportData): PartBlock[] {
  const told = ['pupil-pass-rate', 'pupil-quality-rate'].flatMap((indicator) => {
    const figure = figureOf(data, DISTRICT, indicator);
    const words = SHARE_WORDS[indicator];
    return hasValue(figure) && words ? [shareOfPupils(words, figure)] : [];
  });
  return told.length === 0 ? [] : [paragraph(`По району ${told.join('; ')}.`)];
}

const table = (
  key: string,
  title: string,
  columns: readonly (readonly [title: string, width: number])[],
  rows: readonly (readonly string[])[],
): PartTable => ({
  kind: 'table',
  key,
  dense: true,
  title,
  columns: columns.map(([name, width]) => leftColumn(name, width)),
  rows: rows.map((cells) => cells.map((text) => textCell(text || '–'))),
});

/** The eleven factors of the risk profile, as the school has weighed them; those that nothing is done about in one sentence. */
export const risks: Part = {
  title: 'Рисковый профиль',
  needs: [],
  blocks: ofOne((data, { key }) => {
    const all = data.rowsOf(key, 'riskProfile').map((row) => riskOf(data, key, row));
    if (all.length === 0) return [];
    const acted = all.filter(({ measure, until, weighed, byData }) => measure || until || byData !== weighed);
    const rest = all.filter((risk) => !acted.includes(risk));
    return [
      ...(acted.length > 0 ? [risksTable(data, acted, periodOf(data.rowsOf(key, 'riskProfile')))] : []),
      ...weights(rest).map(({ weighed, factors }) =>
        paragraph(`Значимость «${weighed}», мер не назначено: ${factors.join('; ')}.`),
      ),
    ];
  }),
};

interface Risk {
  readonly factor: string;
  readonly weighed: string;
  /** As the school's figures have it; its own word where no data decide, and for everybody: single traits are nothing to print. */
  readonly byData: string;
  readonly measure: string;
  readonly until: string;
}

function riskOf(data: ReportData, school: string, { texts }: Entry): Risk {
  const { factor = '', significance: weighed = '', measure = '', dueTo = '', result = '' } = texts;
  const found = isPublic(data) ? '' : byData(data, school, factor);
  const until = [dated(dueTo), result].filter((text) => text).join('; ');
  return { factor, weighed, byData: found || weighed, measure, until };
}

function risksTable(data: ReportData, risks: readonly Risk[], period: string): PartTable {
  const rows = risks.map(({ factor, weighed, byData, measure, until }) => [
    factor,
    byData === weighed ? weighed : `${weighed || 'не указана'}; по данным – ${byData}`,
    measure,
    until,
  ]);
  const columns = [
    ['Фактор', 0.31],
    ['Значимость', 0.17],
    ['Мера', 0.27],
    ['Срок; результат', 0.25],
  ] as const;
  const shown = table('risks', `Рисковый профиль (${period})`, columns, rows);
  if (isPublic(data)) return shown;
  const note =
    '«По данным» – по показателям школы за последний год, где они расходятся с оценкой школы; границы – предложение, их уточняет район.';
  return risks.some(({ weighed, byData }) => byData !== weighed) ? { ...shown, note } : shown;
}

/** Factors by what the school has given them. */
function weights(risks: readonly Risk[]): { weighed: string; factors: string[] }[] {
  const of = [...new Set(risks.map(({ weighed }) => weighed))];
  return of.map((weighed) => ({
    weighed: weighed || 'не указана',
    factors: risks.filter((risk) => risk.weighed === weighed).map(({ factor }) => lowered(factor)),
  }));
}

/** «высокая»; '' where no data decide. */
function byData(data: ReportData, school: string, factor: string): string {
  const { risks: rules, indicators } = data.programme;
  const found = computedRisk(rules?.bounds[factor] ?? [], indicators, (form) => data.rowsOf(school, form));
  return found && rules ? rules.levels[found.level][0]! : '';
}

const periodOf = ([first]: readonly Entry[]): string => quarterTitle(first!.period);

/** How far the school's programme has come, and what the order wants in it. */
export const transitionProgramme: Part = {
  title: 'Программа перехода в эффективный режим',
  needs: [],
  blocks: ofOne((data, { key }) => {
    const [row] = data.rowsOf(key, 'programme');
    if (!row) return [];
    const { numbers, texts } = row;
    const done =
      numbers.actionsPlanned == null || numbers.actionsDone == null
        ? []
        : [
            `Выполнено мероприятий: ${formatNumber(numbers.actionsDone)} из ${formatNumber(numbers.actionsPlanned)} (${quarterTitle(row.period)}).`,
          ];
    const items = [
      ['сетевое взаимодействие', texts.networkItem],
      ['работа с родителями', texts.parentsItem],
      ['вузы и СПО', texts.institutionsItem],
    ].map(([title, text]) => `${title} – ${text || 'не указано'}`);
    const protocol = `Протокол Управляющего совета: ${texts.councilProtocol || 'не указан'}`;
    return [paragraph([...done, `Пункты программы: ${items.join('; ')}.`, ended(protocol)].join(' '))];
  }),
};

const DAYS_TOLD = 366;
/** What has no day yet is still to come. */
const isRecent = ({ day }: ReportData, date: string): boolean =>
  date === '' || Date.parse(day) - Date.parse(date) <= DAYS_TOLD * 86_400_000;

const until = (date: string): string => (date === '' ? '' : `до ${date}`);

/** Help the school has had in the last year: events and partnerships of the district's registers. */
export const help: Part = {
  title: 'Полученная помощь',
  needs: [],
  blocks: ofOne((data, { key }) => {
    const of = (register: string) => rowsIn(data, register).filter((row) => isOf(row, key));
    const partner = (row: RegisterRow) => data.names.get(textOf(row.partner ?? '')) ?? wordIn(row, 'partner');
    const rows = [
      ...of('events')
        .filter((row) => isRecent(data, textOf(row.date ?? '')))
        .map((row) => ['date', 'kind', 'theme', 'status'].map((field) => wordIn(row, field))),
      ...of('partners').map((row) => [
        until(wordIn(row, 'until')),
        wordIn(row, 'kind'),
        partner(row),
        wordIn(row, 'status'),
      ]),
    ];
    if (rows.length === 0) return [];
    const columns = [
      ['Дата', 0.16],
      ['Вид', 0.24],
      ['Содержание', 0.42],
      ['Статус', 0.18],
    ] as const;
    return [table('help', 'Мероприятия и партнёрство', columns, rows)];
  }),
};
