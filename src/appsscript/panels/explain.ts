import {
  type CellPlace,
  type DocumentFigures,
  type DocumentKey,
  type Explained,
  type ExplainPanel,
  type Explanation,
  quarterTitle,
} from '../../model';
import {
  countedPeriods,
  type Explaining,
  explain as explained,
  explainedBy,
  figureTitle,
  placeAmongRows,
  placeOnTab,
  usedFigures,
} from '../../pipeline';
import { programme } from '../../programme';
import { readSchoolTab, rowsTab, rowsTabName, schoolTab } from '../../workbook';
import { Refusal } from '../book';
import { composed, registersOf } from '../build-report';
import { memoryOf, writtenDocuments } from '../document-memory';
import { documentTitle } from '../document-title';
import { hashOfTree, keyOf } from '../documents';
import { explainSelected } from '../explain-selected';
import { type OpenedBook, openForRun } from '../opened-book';
import type { Panel } from '../panel';
import { readStored } from '../stored';

export const explain: Panel<ExplainPanel> = {
  key: 'explain',
  title: 'Откуда цифра?',
  load: () => {
    const opened = openForRun();
    return {
      selected: explainSelected(opened, explaining),
      documents: writtenDocuments()
        .sort((a, b) => (a.period < b.period ? 1 : -1))
        .map(({ id: _, ...key }) => ({
          key,
          title: `${documentTitle(key, opened.register.schools)}, ${quarterTitle(key.period)}`,
        })),
    };
  },
  actions: {
    selected: { changes: 'nothing', run: () => explainSelected(openForRun(), explaining) },
    explain: { changes: 'nothing', run: explainOne },
    figuresOf: { changes: 'nothing', run: figuresOf },
    // A closed period's rows are out of sight: going there brings their tab into sight.
    show: { run: show },
  },
};

function explaining(): Explaining {
  const { periods, opened } = readStored();
  return {
    programme,
    periods: countedPeriods(programme, periods),
    registersAt: (period) => registersOf(opened, periods, period, period.when.slice(0, 10) || undefined),
  };
}

function explainOne(of: Explained): Explanation {
  const found = explained(explaining(), of);
  if (!found) throw new Refusal('Этой цифры в данных больше нет: их изменили. Выберите ячейку ещё раз.');
  return found;
}

function figuresOf({ kind, period, edition, subject }: DocumentKey): DocumentFigures {
  const { document, data } = composed(kind, period, edition, subject);
  const isSame = memoryOf(keyOf(document)).written?.hash === hashOfTree(document);
  return {
    title: document.title,
    changed: isSame
      ? ''
      : 'Данные изменились после того, как документ построен: номера и числа могут отличаться. Постройте отчёт заново.',
    figures: usedFigures(document.blocks).map(({ id, figure, text, tables }) => ({
      id,
      title: figureTitle(data, figure),
      value: text,
      tables,
      of: explainedBy(data, figure),
    })),
  };
}

function show(place: CellPlace): null {
  const opened = openForRun();
  if (place.period === opened.settings.period) showOnTab(opened, place);
  else showFrozen(opened, place);
  return null;
}

function showOnTab({ book }: OpenedBook, place: CellPlace): void {
  const key = schoolTab(place.school);
  const sheet = book.sheet(key);
  const at = sheet && placeOnTab(readSchoolTab(programme, book.read(key)!), place);
  if (!at)
    throw new Refusal('Этой строки на вкладке школы больше нет: её изменили после свода. Соберите свод ещё раз.');
  sheet.getRange(at.row, at.column).activate();
}

function showFrozen({ book }: OpenedBook, place: CellPlace): void {
  const form = programme.forms.find(({ key }) => key === place.form);
  const sheet = form && book.sheet(rowsTab(form));
  const at = sheet && placeAmongRows(form, book.read(rowsTab(form))!, place);
  if (!at)
    throw new Refusal(
      form ? `На вкладке «${rowsTabName(form)}» этой строки нет. Соберите свод.` : 'Этой формы в программе больше нет.',
    );
  sheet.showSheet().getRange(at.row, at.column).activate();
}
