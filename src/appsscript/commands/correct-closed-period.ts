import { type Form, type PeriodKey, quarterTitle, quoted } from '../../model';
import { afterCorrection, type Corrigible, corrigibleAt, readPeriods, withCorrection } from '../../pipeline';
import { programme } from '../../programme';
import { rowsTab, rowsTabName } from '../../workbook/names';
import { Refusal, readNeeded } from '../book';
import type { Command } from '../command';
import { finishCorrection, refuseLost } from '../finish-correction';
import { mend } from '../mend';
import { type OpenedBook, openForRun } from '../opened-book';
import { agrees, now, type Outcome, record, stepByStep } from '../run';
import { closedDataOf } from '../stored';
import { mark, underway } from '../underway';
import { refuseChanged } from '../verify-closed';
import { buildDistrict } from './build-district-report';

/** «Исправить закрытый период…»: the number that the coordinator points at, with a reason, beside its frozen row. */
function correctPeriod(): Outcome | null {
  // A number that stands there already may be of a correction that died: it is finished before anything is asked.
  const mended = underway() ? stepByStep(() => mend(openForRun(), 'координатор') ?? FINISHED) : FINISHED;
  if (mended !== FINISHED) return mended;
  const opened = openForRun();
  if (!formOf(SpreadsheetApp.getActiveRange())) return showRows(opened);
  const wanted = pointedAt(opened);
  // Said before anything is typed, which would be lost.
  refuseUnready(opened, wanted.period);
  const about = `${placeOf(wanted).join('\n')}: сейчас ${wanted.now || 'пусто'}`;
  const others = wanted.others === '' ? '' : `\n\nДругие числа строки: ${wanted.others}`;
  const wrong = (said: string, why: string): string | null => {
    const made = withCorrection(wanted, said, why, '');
    return typeof made === 'string' ? made : null;
  };
  const typed = askedUntil('Исправить закрытый период: новое число', about + others, (said) => wrong(said, SOME));
  if (typed === null) return null;
  const why = `${about}, станет ${typed}\n\nПочему? Без фамилий.`;
  const reason = askedUntil('Исправить закрытый период: причина', why, (said) => wrong(typed, said));
  if (reason === null) return null;
  const { written, ...outcome } = stepByStep((): Written => write(wanted, typed, reason));
  if (!written) return outcome;
  const { title, lines } = outcome;
  const question = `Построить отчёт за ${quarterTitle(wanted.period)} заново? В нём будет сказано об исправлении.`;
  return agrees(title, [...lines, question].join('\n\n')) ? buildDistrict(wanted.period) : null;
}

/** Nothing is left of work that died. */
const FINISHED: Outcome = { title: '', lines: [] };

/** «II квартал 2023 г., школа», form and row, field. */
const placeOf = ({ period, school, form, row, field }: Corrigible): string[] => [
  `${quarterTitle(period)}, ${school.name}`,
  `«${form.title}», ${row}`,
  quoted(form.fields[field]!.title),
];

/** Stands for a reason while only the number is looked at. */
const SOME = '–';
const TRIES = 5;

/** Asks again with what was typed and what is wrong with it, so that nothing has to be begun anew; null when given up. */
function askedUntil(title: string, text: string, wrong: (said: string) => string | null): string | null {
  let words = text;
  for (let left = TRIES; left > 0; left -= 1) {
    const said = asked(title, words);
    const trouble = said === null ? null : wrong(said);
    if (trouble === null) return said;
    words = `${said === '' ? '' : `Вы ввели «${said}». `}${trouble}\n\n${text}`;
  }
  throw new Refusal('Исправление не записано: ввод не подошёл несколько раз. Ничего не изменено.');
}

function asked(title: string, text: string): string | null {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(title, text, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null;
}

type Range = GoogleAppsScript.Spreadsheet.Range;

const formOf = (cell: Range | null): Form | undefined =>
  programme.forms.find((item) => rowsTabName(item) === cell?.getSheet().getName());

/** The tabs with the closed rows are out of sight: the one that is wanted is shown, to point at the number there. */
function showRows({ book }: OpenedBook): Outcome | null {
  if (readPeriods(readNeeded(book, 'periods')).length === 0)
    throw new Refusal('Закрытых периодов ещё нет: числа открытого периода исправляет школа на своей вкладке.');
  const list = programme.forms.map(({ title }, index) => `${index + 1} – ${title}`).join('\n');
  const chosen = (said: string): Form | undefined => programme.forms[Number(said.trim()) - 1];
  const wrong = (said: string): string | null => (chosen(said) ? null : 'Нужен номер формы из списка.');
  const said = askedUntil('Исправить закрытый период: в какой форме', `Введите номер формы:\n${list}`, wrong);
  if (said === null) return null;
  const form = chosen(said)!;
  const sheet = book.sheet(rowsTab(form));
  if (!sheet) throw new Refusal(`Вкладки «${rowsTabName(form)}» нет. Нажмите «Создать или починить вкладки».`);
  sheet.showSheet().activate();
  return {
    title: 'Выберите число',
    lines: [
      `Открыта вкладка «${rowsTabName(form)}».`,
      'Выберите число в строке закрытого периода и нажмите «Исправить закрытый период…» ещё раз.',
    ],
  };
}

function pointedAt({ book }: OpenedBook): Corrigible {
  const cell = SpreadsheetApp.getActiveRange();
  const form = formOf(cell);
  if (!cell || !form) throw new Refusal('Выбрано другое место. Ничего не исправлено, повторите.');
  const closed = new Set(readPeriods(readNeeded(book, 'periods')).map(({ key }) => key));
  const at = { row: cell.getRow(), column: cell.getColumn() };
  const found = corrigibleAt(form, readNeeded(book, rowsTab(form)), at, closed);
  if (typeof found === 'string') throw new Refusal(found);
  return found;
}

type Made = Exclude<ReturnType<typeof withCorrection>, string>;

interface Written extends Outcome {
  /** False when something else had to be done first. */
  readonly written?: boolean;
}

function refuseUnready(opened: OpenedBook, period: PeriodKey): void {
  refuseChanged(closedDataOf(opened), [period]);
  refuseLost(opened);
}

function write(wanted: Corrigible, typed: string, reason: string): Written {
  const opened = openForRun();
  const mended = mend(opened, 'координатор');
  if (mended) return mended;
  // The questions may have been open for long.
  if (JSON.stringify(pointedAt(opened)) !== JSON.stringify(wanted))
    throw new Refusal('Пока вы отвечали, строка изменилась. Ничего не исправлено, повторите.');
  const made = withCorrection(wanted, typed, reason, now('dd.MM.yyyy'));
  if (typeof made === 'string') throw new Refusal(made);
  refuseUnready(opened, wanted.period);
  const work = mark({ corrected: wanted.period });
  const sheet = opened.book.sheet(rowsTab(wanted.form))!;
  putBeside(sheet, wanted, made);
  const details = placeOf(wanted).join(', ');
  record(opened.book, { who: 'координатор', what: 'Исправлен закрытый период', stamp: '', details });
  const period = finishCorrection(opened, work);
  sheet.hideSheet();
  const lines = [
    `${details}: было ${wanted.now || 'пусто'}, стало ${typed.trim()}.`,
    ...(period ? afterCorrection(programme, wanted, period) : []),
    'Показатели этого периода пересчитаны.',
  ];
  return { title: 'Исправление записано', lines, written: true };
}

/** The data are what counts; the words beside them are for people. */
function putBeside(sheet: GoogleAppsScript.Spreadsheet.Sheet, { place }: Corrigible, made: Made): void {
  const { row, words, data } = place;
  if (data === words + 1) sheet.getRange(row, words, 1, 2).setValues([[made.words, made.data]]);
  else {
    sheet.getRange(row, data).setValue(made.data);
    sheet.getRange(row, words).setValue(made.words);
  }
}

export const correctClosedPeriod: Command = {
  name: 'correctClosedPeriod',
  menu: ['Настройка', 'Исправить закрытый период…'],
  run: correctPeriod,
};
