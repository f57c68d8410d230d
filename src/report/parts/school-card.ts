import {
  computedRisk,
  type Entry,
  formatNumber,
  quarterTitle,
  type RegisterRow,
  type School,
  textOf,
} from '../../model';
import { failedSubjectsOf } from '../failed-subjects';
import type { Part, PartBlock, PartTable } from '../kind';
import { isOf, rowsIn, wordIn } from '../registers-table';
import { identificationOf, isPublic, namesOf, ofSchool, type ReportData, schoolOf } from '../report-data';
import { dated, leftColumn, paragraph, textCell } from '../texts';
import { shareOf } from './by-school';
import { targetsChart } from './charts/targets';

const BANDS = { low: 'низкий', middle: 'средний', high: 'высокий' } as const;

/** A part about one school. */
const ofOne = (blocks: (data: ReportData, school: School) => readonly PartBlock[]): Part['blocks'] => {
  return (data, subject) => {
    const school = schoolOf(data, subject);
    return school ? blocks(data, school) : [];
  };
};

/** «Паспорт школы»: who it is, in which conditions, with whom. */
export const passport: Part = {
  title: 'Паспорт школы',
  needs: [],
  blocks: ofOne((data, school) => [{ kind: 'list', numbered: false, items: passportItems(data, school) }]),
};

function passportItems(data: ReportData, { key, type, group, partner }: School): string[] {
  const collected = data.collection.find((item) => item.school === key);
  const found = identificationOf(data, key);
  const [programme] = data.rowsOf(key, 'programme');
  const open = isPublic(data);
  return [
    `Тип: ${type || '–'}; группа по приказу: ${group || '–'}; школа-партнёр: ${partner === '' ? 'не указана' : namesOf(data, [partner])}`,
    ...(!open && collected && collected.classes > 0
      ? [`Классов-комплектов: ${formatNumber(collected.classes)}; обучающихся: ${formatNumber(collected.pupils)}`]
      : []),
    ...(open || found?.index == null
      ? []
      : [`ИСБШ: ${formatNumber(found.index, 1)}${found.band ? ` (${BANDS[found.band]})` : ''}`]),
    ...(programme
      ? [`Режим школы: ${programme.texts.regime || '–'}; программа перехода: ${programme.texts.state || '–'}`]
      : []),
  ];
}

/** Its results in children, against the year before; which subjects have «2». */
export const ownResults: Part = {
  title: 'Итоги обучающихся',
  needs: ['pupil-pass-rate', 'pupil-quality-rate'],
  absent: 'Данных за период нет.',
  blocks: ofOne((data, { key }) => {
    const owner = ofSchool(key);
    const shares = ['pupil-pass-rate', 'pupil-quality-rate', 'excellent-rate', 'reserve-rate', 'not-mastered-rate'];
    const failed = failedSubjectsOf(data, key);
    return [
      ...shares.flatMap((indicator) => shareOf(data, owner, indicator)).map(paragraph),
      ...(failed.length > 0 ? [paragraph(`«2» – по ${failed.join(', ')}.`)] : []),
      ...targetsChart(data, key),
    ];
  }),
};

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

/** The eleven factors of the risk profile, as the school has weighed them. */
export const risks: Part = {
  title: 'Рисковый профиль',
  needs: [],
  blocks: ofOne((data, { key }) => {
    const rows = data.rowsOf(key, 'riskProfile');
    if (rows.length === 0) return [];
    const told = (texts: Entry['texts'], ...fields: string[]) => fields.map((field) => dated(texts[field] ?? ''));
    // What data say of single traits is nothing for everybody.
    const beside = isPublic(data) ? [] : ([['По данным', 0.15]] as const);
    const cells = rows.map(({ texts }) => [
      ...told(texts, 'factor', 'significance'),
      ...beside.map(() => byData(data, key, texts.factor ?? '')),
      ...told(texts, 'measure', 'dueTo', 'result'),
    ]);
    const width = beside.length > 0 ? 0.85 : 1;
    const columns = [
      ['Фактор', 0.29 * width],
      ['Значимость', 0.14 * width],
      ...beside,
      ['Мера', 0.24 * width],
      ['Срок', 0.13 * width],
      ['Результат', 0.2 * width],
    ] as const;
    const note =
      '«По данным» – по показателям школы за последний год, где они есть; границы предложены авторами книги.';
    const shown = table('risks', `Рисковый профиль (${periodOf(rows)})`, columns, cells);
    return [beside.length > 0 ? { ...shown, note } : shown];
  }),
};

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
            paragraph(
              `Выполнено мероприятий: ${formatNumber(numbers.actionsDone)} из ${formatNumber(numbers.actionsPlanned)} (${quarterTitle(row.period)}).`,
            ),
          ];
    const items = [
      ['Сетевое взаимодействие', texts.networkItem],
      ['Работа с родителями', texts.parentsItem],
      ['Вузы и СПО', texts.institutionsItem],
      ['Протокол Управляющего совета', texts.councilProtocol],
    ].map(([title, text]) => `${title}: ${text || 'не указано'}`);
    return [...done, { kind: 'list', numbered: false, items }];
  }),
};

const DAYS_TOLD = 366;
/** What has no day yet is still to come. */
const isRecent = ({ day }: ReportData, date: string): boolean =>
  date === '' || Date.parse(day) - Date.parse(date) <= DAYS_TOLD * 86_400_000;

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
      ...of('partners').map((row) => [wordIn(row, 'until'), wordIn(row, 'kind'), partner(row), wordIn(row, 'status')]),
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
