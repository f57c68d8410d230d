import { counted, type TabDesign } from '../../model';
import { outputTabs, schoolTabs, serviceTabs } from '../../pipeline';
import { programme } from '../../programme';
import { openBook } from '../book';
import { heartbeat } from '../heartbeat';
import { openForRun } from '../opened-book';
import { currentQuarter } from '../set-up';
import { NotTried, type Probe } from './probe';
import type { Workbench } from './workbench';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

const LONGEST_LIST = 10;

const nightly = ({ handlers }: Workbench): number =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handlers.nightly).length;

/** Every tab that belongs into the workbook now; before set-up, those that do not follow from the register. */
function designs(): TabDesign[] {
  const bare = openBook(programme);
  if (!bare.sheet('settings') || !bare.sheet('schools')) return serviceTabs(programme, currentQuarter());
  const { settings, register } = openForRun();
  return [
    ...serviceTabs(programme, settings.period),
    ...outputTabs(programme, register.schools),
    ...schoolTabs(programme, register.schools, settings),
  ];
}

/** Protections as they are told apart: what they are for, whether they only warn, how many there are. */
function tally(tags: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

const tagOf = (description: string, warningOnly: boolean): string =>
  `${description}${warningOnly ? ' (предупреждение)' : ''}`;

const designed = ({ protect, section }: TabDesign): string[] =>
  [protect, ...section.decorations.map((decoration) => decoration.protect)].flatMap((each) =>
    each ? [tagOf(each.description, each.warningOnly)] : [],
  );

/** Protections of the whole workbook by tab, in two calls however many tabs there are. */
function protectionsByTab({ spreadsheet }: Workbench): Map<string, string[]> {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const byTab = new Map<string, string[]>();
  const add = (protection: Protection) => {
    const name = protection.getRange().getSheet().getName();
    const tags = byTab.get(name) ?? [];
    tags.push(tagOf(protection.getDescription(), protection.isWarningOnly()));
    byTab.set(name, tags);
  };
  for (const kind of [SHEET, RANGE]) spreadsheet.getProtections(kind).forEach(add);
  return byTab;
}

const listed = (missing: readonly string[]): string => {
  const more = missing.length - LONGEST_LIST;
  return `нет: ${missing.slice(0, LONGEST_LIST).join('; ')}${more > 0 ? ` и ещё ${more}` : ''}`;
};

/** Facts of this workbook: what «Создать или починить вкладки» and «Включить автоматический сбор» should have left. */
export const SET_UP_FACTS: readonly Probe[] = [
  {
    key: 'tabs',
    belief: 'Все вкладки книги созданы',
    expected: 'все на месте',
    find({ spreadsheet }) {
      const names = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName()));
      const missing = designs().filter(({ name }) => !names.has(name));
      if (missing.length === 0) return 'все на месте';
      return `${listed(missing.map(({ name }) => `«${name}»`))}. Запустите «Создать или починить вкладки»`;
    },
  },
  {
    key: 'protections',
    belief: 'Защиты вкладок на месте (при копировании файла Google их снимает)',
    expected: 'все на месте',
    find(bench) {
      const byTab = protectionsByTab(bench);
      const missing = designs().flatMap((design) => {
        if (!bench.spreadsheet.getSheetByName(design.name)) return [];
        const found = tally(byTab.get(design.name) ?? []);
        const short = [...tally(designed(design))].filter(([tag, count]) => (found.get(tag) ?? 0) < count);
        return short.map(([tag]) => `«${design.name}» – ${tag}`);
      });
      return missing.length === 0 ? 'все на месте' : listed(missing);
    },
  },
  {
    key: 'nightly-on',
    belief: 'Автоматический сбор включён вами (включённое другим координатором отсюда не видно)',
    expected: 'включён',
    find: (bench) =>
      nightly(bench) > 0 || heartbeat().atOpening ? 'включён' : 'не включён. Запустите «Включить автоматический сбор»',
  },
  {
    key: 'nightly-once',
    belief: 'Ночной запуск один, а не несколько',
    expected: 'один',
    find(bench) {
      const count = nightly(bench);
      if (count === 0) throw new NotTried('автоматический сбор не включён');
      if (count === 1) return 'один';
      return `${counted(count, 'запуск', 'запуска', 'запусков')}. Лишние удалите: «Apps Script», «Триггеры»`;
    },
  },
];
