import type { ServiceHost } from '../runtime/execution';
import type { MenuItem, Question, Shown, World } from '../runtime/world';
import { htmlState } from './html';
import { releaseLocks } from './lock';
import { mismatch } from './signature';
import { type EnumMember, enumeration, strict } from './strict';

const BUTTONS = ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO'] as const;
const Button = enumeration('Button', BUTTONS);
const ButtonSet = enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'] as const);

type MenuHandle = Record<string, (...args: never[]) => unknown>;
const menuItems = new WeakMap<object, { caption: string; items: MenuItem[] }>();

const createMenu = (host: ServiceHost, world: World, caption: string): MenuHandle => {
  const items: MenuItem[] = [];
  const add = (method: string, item: () => MenuItem) =>
    host.handle(`Menu.${method}`, () => {
      items.push(item());
      return menu;
    });
  const menu: MenuHandle = strict('Menu', {
    addItem: (...args: unknown[]) =>
      add('addItem', () => {
        const [title, functionName] = args;
        if (typeof title !== 'string' || typeof functionName !== 'string') mismatch(host, 'Menu.addItem', args);
        return { kind: 'item', caption: String(title), functionName: String(functionName) };
      }),
    addSeparator: () => add('addSeparator', () => ({ kind: 'separator' })),
    addSubMenu: (other: object) =>
      add('addSubMenu', () => ({
        kind: 'menu',
        ...(menuItems.get(other) ?? mismatch(host, 'Menu.addSubMenu', [other])),
      })),
    addToUi: () =>
      host.handle('Menu.addToUi', () => {
        const shown = world.menus.get(host.user()) ?? [];
        world.menus.set(host.user(), [...shown.filter((each) => each.caption !== caption), { caption, items }]);
      }),
  });
  menuItems.set(menu, { caption, items });
  return menu;
};

/** `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)` [D]. */
const questionOf = (host: ServiceHost, method: string, args: unknown[]) => {
  const isButtons = (value: unknown): value is EnumMember => Object.values(ButtonSet).includes(value as never);
  const texts = args.filter((value) => !isButtons(value)).map(String);
  const buttons = args.find(isButtons) ?? ButtonSet.OK;
  const fits = args.length > 0 && args.length <= 3 && texts.length === (args.length === 3 ? 2 : 1);
  if (!fits) mismatch(host, method, args);
  return { title: args.length === 3 ? texts[0]! : '', message: texts.at(-1)!, buttons: buttons.toString() };
};

/**
 * Without a prepared answer, and nobody at the screen, the dialog is closed. A prompt takes the text as `OK` and the
 * named buttons as themselves.
 */
const answerOf = (host: ServiceHost, world: World, question: Question): string => {
  if (!world.uncertain.lockOutlivesDialog) releaseLocks(world, host.executionId);
  return world.answers.shift() ?? world.ask?.(question) ?? 'CLOSE';
};

const alert = (host: ServiceHost, world: World, args: unknown[]) =>
  host.call('Ui.alert', () => {
    const question = { kind: 'alert', user: host.user(), ...questionOf(host, 'Ui.alert', args) } as const;
    const answer = answerOf(host, world, question);
    if (!(BUTTONS as readonly string[]).includes(answer))
      throw new Error(`An alert is answered by a button: ${answer}`);
    world.shown.push({ ...question, answer });
    return Button[answer as keyof typeof Button];
  });

const prompt = (host: ServiceHost, world: World, args: unknown[]) =>
  host.call('Ui.prompt', () => {
    const question = { kind: 'prompt', user: host.user(), ...questionOf(host, 'Ui.prompt', args) } as const;
    const given = answerOf(host, world, question);
    const isButton = (BUTTONS as readonly string[]).includes(given);
    const [answer, text] = isButton ? [given, ''] : ['OK', given];
    world.shown.push({ ...question, answer, text });
    return strict('PromptResponse', {
      getResponseText: () => text,
      getSelectedButton: () => Button[answer as keyof typeof Button],
    });
  });

type Panel = Extract<Shown, { html: string }>['kind'];

const show = (host: ServiceHost, world: World, method: string, kind: Panel, page: unknown, title?: string) =>
  host.call(method, () => {
    const html = htmlState(page) ?? mismatch(host, method, title === undefined ? [page] : [page, title]);
    const { content, width, height } = html;
    // A sidebar is always 300 pixels wide, whatever is asked [D].
    const size = kind === 'sidebar' ? { width: 300, height: null } : { width, height };
    world.shown.push({ kind, user: host.user(), title: title ?? html.title ?? '', html: content, ...size });
  });

/** The user interface of the workbook's window; there is none for a time trigger [K]. */
export const createUi = (host: ServiceHost, world: World) => {
  if (['time-trigger', 'open-trigger'].includes(host.execution()))
    host.fail('Cannot call SpreadsheetApp.getUi() from this context.');
  return strict('Ui', {
    Button,
    ButtonSet,
    createMenu: (caption: string) => host.handle('Ui.createMenu', () => createMenu(host, world, caption)),
    createAddonMenu: () => host.handle('Ui.createAddonMenu', () => createMenu(host, world, world.bound.name)),
    alert: (...args: unknown[]) => alert(host, world, args),
    prompt: (...args: unknown[]) => prompt(host, world, args),
    showSidebar: (page: unknown) => show(host, world, 'Ui.showSidebar', 'sidebar', page),
    showModalDialog: (page: unknown, title: string) =>
      show(host, world, 'Ui.showModalDialog', 'dialog', page, String(title)),
    showModelessDialog: (page: unknown, title: string) =>
      show(host, world, 'Ui.showModelessDialog', 'modeless-dialog', page, String(title)),
  });
};
