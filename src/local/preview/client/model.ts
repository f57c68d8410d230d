import type { Desk, Happened, Place, RowChange, RowView } from '../messages';
import { areaOf, type Selection, single, step, targetOf, within } from './cells';
import { ask, enter, Preparing, restart, uploadBook } from './desk-line';
import { buttonsOf, doubtCard, notice } from './dialog-cards';
import { Screen, TOAST_SECONDS } from './screen';
import type { Draft, Reveals } from './state';

const POLL = 400;
const CHUNK = 60;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Everything the page knows and does; the components show its state and call its methods. */
export class Model extends Screen {
  rows = new Map<number, RowView>();
  private seen = { from: 0, to: CHUNK };
  private wanted = '';
  private readonly places = new Map<number, Selection>();

  get place(): Place {
    const { layout, selection } = this.state;
    return { sheet: layout?.sheet ?? this.state.scene.tabs[0]!.id, row: selection.row, column: selection.column };
  }

  cell(row: number, column: number) {
    return this.rows.get(row)?.cells.find((each) => each.column === column);
  }

  get tabName(): string {
    return this.state.scene.tabs.find(({ id }) => id === this.state.layout?.sheet)?.name ?? '';
  }

  /** Waits for the workbook, then opens it as the coordinator. */
  async enter(): Promise<void> {
    try {
      const scene = await enter();
      this.set({ phase: { kind: 'ready' }, scene });
      await this.become(scene.people[0]!.user);
    } catch (error) {
      if (!(error instanceof Preparing)) this.set({ phase: { kind: 'failed', text: wordsOf(error) } });
      else {
        this.set({ phase: { kind: 'preparing', text: error.message } });
        setTimeout(() => void this.enter(), POLL);
      }
    }
  }

  /** Another person sits down and opens the workbook: a school at its own tab. */
  async become(user: string): Promise<void> {
    this.set({ user, menus: [], sidebar: null, dialog: null, reading: null, draft: null, busy: 'Открывается книга' });
    const opened = await this.attempt(() => ask('open', { user }, this.question));
    if (!opened) return;
    this.set({ menus: opened.menus });
    const own = opened.scene.people.find((person) => person.user === user)?.tab;
    const first = opened.scene.tabs.find(({ hidden }) => !hidden)?.id;
    const stays = opened.scene.tabs.some(({ id }) => id === this.state.layout?.sheet);
    const tab = own ?? (stays ? this.state.layout!.sheet : (opened.lands ?? first!));
    await this.take(opened, { sheet: tab });
  }

  async showTab(sheet: number): Promise<void> {
    await this.attempt(() => this.load(sheet, this.places.get(sheet)));
  }

  /** Goes to a cell of any tab and brings it into sight. */
  async go({ sheet, row, column }: Place): Promise<void> {
    if (sheet !== this.state.layout?.sheet)
      await this.attempt(() => this.load(sheet, single(row, column), false, 'top'));
    else this.select(single(row, column), 'top');
  }

  async follow(link: string): Promise<void> {
    const target = targetOf(link);
    if (target && this.state.scene.tabs.some(({ id }) => id === target.sheet)) return this.go(target);
    const id = /\/document\/d\/([\w-]+)/.exec(link)?.[1];
    if (this.state.scene.documents.some((document) => document.id === id)) {
      this.set({ dialog: null, reading: { kind: 'document', id: id! } });
    } else await this.show(notice('Ссылка', `В учебном просмотре ссылки в интернет не открываются: ${link}`));
  }

  /** Fetches the rows that came into sight and are not here yet. */
  async see(from: number, to: number): Promise<void> {
    this.seen = { from, to };
    const { layout } = this.state;
    if (!layout) return;
    const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
    const first = rows.find((row) => !this.rows.has(row) && layout.heights[row]);
    const wanted = `${layout.sheet}/${first}`;
    if (first === undefined || wanted === this.wanted) return;
    this.wanted = wanted;
    const found = await this.attempt(() => ask('rows', { sheet: layout.sheet, from: first, to: to + CHUNK }), false);
    this.wanted = '';
    if (!found || layout.sheet !== this.state.layout?.sheet) return;
    for (const row of found) this.rows.set(row.row, row);
    this.set({});
  }

  select(selection: Selection, reveals: Reveals = 'near'): void {
    const { layout } = this.state;
    if (!layout) return;
    const [row, column] = within(layout, selection.row, selection.column);
    const kept = { ...selection, row, column };
    const one = selection.row === selection.toRow && selection.column === selection.toColumn;
    this.places.set(layout.sheet, kept);
    this.set({ selection: one ? single(row, column) : kept, reveal: this.state.reveal + 1, reveals });
  }

  move(rows: number, columns: number, extend = false): void {
    const { layout, selection } = this.state;
    if (!layout) return;
    const { toRow, toColumn } = selection;
    const row = step(layout.heights, extend ? toRow : selection.row, rows);
    const column = step(layout.widths, extend ? toColumn : selection.column, columns);
    this.select(extend ? { ...selection, toRow: row, toColumn: column } : single(row, column));
  }

  startDraft(place: Draft['place'], text?: string): void {
    const { row, column } = this.state.selection;
    const cell = this.cell(row, column);
    if (cell?.checked !== undefined) return;
    this.set({ draft: { place, text: text ?? cell?.typed ?? cell?.text ?? '' } });
  }

  /** Types the draft in; nothing when the text is what stood there. */
  async commitDraft(): Promise<void> {
    const { draft, selection } = this.state;
    if (!draft) return;
    this.set({ draft: null });
    const cell = this.cell(selection.row, selection.column);
    if (draft.text !== (cell?.typed ?? cell?.text ?? '')) await this.type(selection.row, selection.column, draft.text);
  }

  async type(row: number, column: number, typed: string | string[][]): Promise<void> {
    const edit = { user: this.state.user, sheet: this.place.sheet, row, column, typed };
    const answer = await this.attempt(() => ask('edit', edit, this.question));
    if (!answer) return;
    if (!('doubt' in answer)) return this.take(answer);
    if ((await this.show(doubtCard(answer.doubt))) === 'YES') {
      const sure = await this.attempt(() => ask('edit', { ...edit, sure: true }, this.question));
      if (sure && !('doubt' in sure)) await this.take(sure);
    }
  }

  async erase(): Promise<void> {
    const { row, column, rows, columns } = areaOf(this.state.selection);
    const blank = Array.from({ length: rows }, () => Array<string>(columns).fill(''));
    await this.type(row, column, rows * columns === 1 ? '' : blank);
  }

  async changeRow(row: number, change: RowChange): Promise<void> {
    const { user } = this.state;
    const { sheet } = this.place;
    await this.does('changeRow', { user, sheet, row, change });
    if (change === 'below') this.move(1, 0);
  }

  run(name: string, caption: string): Promise<Happened | undefined> {
    return this.does('run', { user: this.state.user, ...this.place, name }, caption);
  }

  /** `google.script.run` of a panel: the panel's own handlers are told of trouble. */
  async call(name: string, args: unknown[]): Promise<{ result?: unknown; error?: string }> {
    try {
      const happened = await ask('call', { user: this.state.user, ...this.place, name, args }, this.question);
      await this.take({ ...happened, error: undefined });
      return { result: happened.result ?? null, ...(happened.error !== undefined && { error: happened.error }) };
    } catch (error) {
      return { error: wordsOf(error) };
    }
  }

  /** Asks the desk to do something and takes what comes of it. */
  async does<M extends 'changeRow' | 'undo' | 'run' | 'fire' | 'wait'>(
    method: M,
    asked: Parameters<Desk[M]>[0],
    busy?: string,
  ): Promise<Happened | undefined> {
    if (busy) this.set({ busy });
    const happened = await this.attempt(() => ask<M>(method, asked, this.question) as Promise<Happened>);
    if (happened) await this.take(happened);
    return happened;
  }

  async upload(file: File): Promise<void> {
    const message = `Вместо этой книги будет открыта «${file.name}», всё введённое здесь пропадёт. Загрузить?`;
    if (!(await this.agrees('Загрузить книгу', message))) return;
    this.set({ busy: 'Читается книга' });
    const happened = await this.attempt(() => uploadBook(file, this.question));
    if (!happened) return;
    await this.take(happened);
    if (happened.error === undefined) {
      this.toast('Книга загружена', 'Защиту ячеек файл .xlsx не хранит: она исчезает и в настоящих копиях.', 12);
      await this.become(this.state.user);
    }
  }

  async restart(): Promise<void> {
    const message = 'Книга будет создана заново, все изменения пропадут. Начать?';
    if (!(await this.agrees('Начать заново', message))) return;
    this.set({ phase: { kind: 'preparing', text: 'Начинаем заново…' }, layout: null, sidebar: null, toasts: [] });
    this.places.clear();
    await restart();
    await this.enter();
  }

  private async agrees(title: string, message: string): Promise<boolean> {
    return (await this.show({ title, message, buttons: buttonsOf('YES_NO') })) === 'YES';
  }

  /** What went wrong in the preview itself is told, and the page goes on. */
  private async attempt<T>(work: () => Promise<T>, ends = true): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Preparing) void this.enter();
      else void this.show(notice('Учебный просмотр', wordsOf(error)));
      return undefined;
    } finally {
      if (ends && this.state.busy) this.set({ busy: null });
    }
  }

  /** Takes over what happened: the scene, the grid anew, toasts, panels, a refusal. */
  private async take(happened: Happened, goTo?: { sheet: number }): Promise<void> {
    this.set({ scene: happened.scene });
    for (const each of happened.shown) {
      if (each.kind === 'toast') this.toast(each.title, each.message, each.seconds ?? TOAST_SECONDS);
      else if (each.kind === 'sidebar') this.set({ sidebar: each });
      else this.set({ dialog: each });
    }
    const { active } = happened;
    const current = this.state.layout?.sheet;
    const there = happened.scene.tabs.some(({ id }) => id === current);
    const sheet =
      active?.sheet ?? goTo?.sheet ?? (there ? current! : happened.scene.tabs.find((tab) => !tab.hidden)!.id);
    const at = active ? single(active.row, active.column) : this.places.get(sheet);
    await this.attempt(() => this.load(sheet, at, active === undefined && sheet === current));
    if (happened.error !== undefined) await this.show(notice('Есть проблема', happened.error));
  }

  /** Draws a tab anew; `quiet` leaves the person's eyes where they are. */
  private async load(
    sheet: number,
    at: Selection | undefined,
    quiet = false,
    reveals: Reveals = 'near',
  ): Promise<void> {
    const layout = await ask('layOut', { sheet });
    const { row } = at ?? single(0, 0);
    const from = quiet ? Math.max(0, this.seen.from - CHUNK) : Math.max(0, row - CHUNK);
    const to = quiet ? this.seen.to + CHUNK : row + CHUNK;
    const head = from > 0 ? await ask('rows', { sheet, from: 0, to: layout.frozenRows }) : [];
    const rows = [...head, ...(await ask('rows', { sheet, from, to }))];
    // Whoever has gone to another tab meanwhile stays there.
    if (quiet && sheet !== this.state.layout?.sheet) return;
    this.rows = new Map(rows.map((each) => [each.row, each]));
    const { selection } = this.state;
    this.set({ layout, ...(quiet ? {} : { draft: null }) });
    if (quiet && selection.row < layout.rows) return;
    this.select(at ?? single(...within(layout, 0, 0)), reveals);
  }
}
