import type { MenuItem as ScriptItem } from '../../runtime/world';
import { notice } from './dialog-cards';
import type { Model } from './model';

export type Item = { separator: true } | { caption: string; act(): void; off?: boolean } | Menu;

export interface Menu {
  caption: string;
  items: Item[];
  /** Built by the add-on, not by the preview. */
  own?: boolean;
}

/** The preview's own menus, then those that the add-on has built for this person. */
export const menusOf = (model: Model): Menu[] => [
  fileMenu(model),
  editMenu(model),
  viewMenu(model),
  ...model.state.menus.map(({ caption, items }) => ({
    caption,
    items: items.map((item) => scripted(model, item)),
    own: true,
  })),
];

function scripted(model: Model, item: ScriptItem): Item {
  switch (item.kind) {
    case 'separator':
      return { separator: true };
    case 'item':
      return { caption: item.caption, act: () => void model.run(item.functionName, item.caption.replace('…', '')) };
    case 'menu':
      return { caption: item.caption, items: item.items.map((each) => scripted(model, each)) };
    default:
      return item satisfies never;
  }
}

const fileMenu = (model: Model): Menu => ({
  caption: 'Файл',
  items: [
    { caption: 'Документы…', act: () => model.set({ reading: { kind: 'list' } }) },
    {
      caption: 'Отправленные письма…',
      act: () => model.set({ reading: { kind: 'letters' } }),
      off: model.state.scene.letters.length === 0,
    },
    { separator: true },
    { caption: 'Скачать книгу (.xlsx)', act: () => location.assign('/workbook.xlsx') },
    { caption: 'Загрузить книгу (.xlsx)…', act: () => chooseBook(model) },
    { separator: true },
    { caption: 'Начать заново…', act: () => void model.restart() },
  ],
});

const editMenu = (model: Model): Menu => {
  const { row } = model.state.selection;
  return {
    caption: 'Правка',
    items: [
      { caption: 'Отменить последнюю правку', act: () => void model.does('undo', {}), off: !model.state.scene.canUndo },
      { separator: true },
      ...rowItems(model, row),
    ],
  };
};

/** What can be done with a row, as on a right click. */
export const rowItems = (model: Model, row: number): Item[] => [
  { caption: `Вставить строку выше строки ${row + 1}`, act: () => void model.changeRow(row, 'above') },
  { caption: `Вставить строку ниже строки ${row + 1}`, act: () => void model.changeRow(row, 'below') },
  { caption: `Удалить строку ${row + 1}`, act: () => void model.changeRow(row, 'delete') },
];

const viewMenu = (model: Model): Menu => ({
  caption: 'Просмотр',
  items: [
    { caption: 'Перевести часы на день вперёд', act: () => void model.does('wait', { days: 1 }) },
    { caption: 'Перевести часы на неделю вперёд', act: () => void model.does('wait', { days: 7 }) },
    { caption: 'Перевести часы на 30 дней вперёд', act: () => void model.does('wait', { days: 30 }) },
    {
      caption: 'Выполнить по расписанию',
      act: () => void fireAll(model),
      off: model.state.scene.scheduled.length === 0,
    },
    { separator: true },
    { caption: 'Клавиши', act: () => void model.show(notice('Клавиши', KEYS)) },
  ],
});

async function fireAll(model: Model): Promise<void> {
  for (const name of model.state.scene.scheduled) {
    const happened = await model.does('fire', { name }, 'Работает расписание');
    if (happened && happened.error === undefined) model.toast('Расписание', `Выполнено: ${name}`);
  }
}

const KEYS = [
  'Стрелки, Tab — перейти к другой ячейке; с Shift стрелки выделяют',
  'Ctrl + стрелка — к краю, Ctrl + Home — к началу',
  'Enter или F2 — править ячейку; можно сразу печатать',
  'Enter, Tab — сохранить и перейти дальше; Esc — не сохранять',
  'Delete — очистить выделенное',
  'Пробел — поставить или снять галочку',
  'Alt + Enter — перейти по ссылке; при правке — новая строка',
  'Ctrl + C, Ctrl + V — копировать и вставить таблицу',
  'Ctrl + Z — отменить последнюю правку',
  'Shift + F10 — вставить или удалить строку',
  'Esc, затем Tab — выйти из таблицы',
].join('\n');

function chooseBook(model: Model): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx';
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) void model.upload(file);
  };
  input.click();
}
