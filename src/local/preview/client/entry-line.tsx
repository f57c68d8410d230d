import { cellOf, selectionName, single } from './cells';
import { focusGrid } from './focus-grid';
import type { Model } from './model';

/** The line above the grid: where the person stands, what is in the cell in full, what is worth knowing about it. */
export function EntryLine({ model }: { model: Model }) {
  const { selection, draft } = model.state;
  const cell = model.cell(selection.row, selection.column);
  const text = draft?.text ?? cell?.typed ?? cell?.text ?? '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') model.set({ draft: null });
    else if (event.key === 'Enter') void model.commitDraft();
    else return;
    event.preventDefault();
    focusGrid();
  };
  return (
    <div class="entry">
      <div class="entry-row">
        <NameBox key={selectionName(selection)} model={model} />
        <input
          class="entry-line"
          aria-label="Содержимое ячейки"
          value={text}
          readOnly={cell?.checked !== undefined}
          onFocus={() => draft || model.startDraft('line')}
          onInput={(event) => model.set({ draft: { place: 'line', text: event.currentTarget.value } })}
          onKeyDown={onKeyDown}
          onBlur={() => model.state.draft?.place === 'line' && void model.commitDraft()}
        />
      </div>
      <Facts model={model} />
    </div>
  );
}

/** Says what is selected; an address typed here leads there. */
function NameBox({ model }: { model: Model }) {
  const onKeyDown = (event: KeyboardEvent) => {
    const target = cellOf((event.currentTarget as HTMLInputElement).value);
    if (event.key === 'Enter' && target) model.select(single(...target));
    else if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    focusGrid();
  };
  const selected = selectionName(model.state.selection);
  return <input class="name-box" aria-label="Адрес ячейки" defaultValue={selected} onKeyDown={onKeyDown} />;
}

/** Also the description of the cell for whoever listens instead of looking. */
function Facts({ model }: { model: Model }) {
  const { row, column } = model.state.selection;
  const cell = model.cell(row, column);
  const { note, help, wrong, choices, link } = cell ?? {};
  const nothing = !note && !help && !wrong && !choices && !link;
  return (
    <p class="facts" id="cell-facts">
      {wrong && (
        <span class="wrong">
          <span aria-hidden="true">▲ </span>Недопустимое значение.
        </span>
      )}
      {help && <span>{help}</span>}
      {choices && <span>Выбор из списка: {choices.length}.</span>}
      {note && (
        <span>
          <b>Примечание:</b> {note}
        </span>
      )}
      {link && <span>Ссылка: щелчок или Alt + Enter.</span>}
      {nothing && <span class="hint">Enter — править; Esc, затем Tab — выйти из таблицы.</span>}
    </p>
  );
}
