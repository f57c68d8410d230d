import { useLayoutEffect, useRef } from 'preact/hooks';
import { cellName } from './cells';
import { focusGrid } from './focus-grid';
import type { Model } from './model';

/** The cell while it is being typed in. */
export function CellEditor({ model, choices }: { model: Model; choices: string[] | undefined }) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const { draft, selection } = model.state;
  // At once: the next key may follow before the screen is painted.
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);
  const done = (rows: number, columns: number) => {
    void model.commitDraft();
    model.move(rows, columns);
    focusGrid();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      model.set({ draft: null });
      focusGrid();
    } else if (event.key === 'Enter' && !event.altKey) done(event.shiftKey ? -1 : 1, 0);
    else if (event.key === 'Enter' && !choices) {
      const { selectionStart, selectionEnd } = field.current!;
      field.current!.setRangeText('\n', selectionStart ?? 0, selectionEnd ?? 0, 'end');
      model.set({ draft: { place: 'cell', text: field.current!.value } });
    } else if (event.key === 'Tab') done(0, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const shared = {
    ref: field,
    class: 'cell-editor',
    'aria-label': `Ячейка ${cellName(selection.row, selection.column)}`,
    'aria-describedby': 'cell-facts',
    value: draft?.text ?? '',
    onInput: () => model.set({ draft: { place: 'cell', text: field.current!.value } }),
    onKeyDown,
    onBlur: () => model.state.draft?.place === 'cell' && void model.commitDraft(),
    onMouseDown: (event: MouseEvent) => event.stopPropagation(),
    onPaste: (event: ClipboardEvent) => event.stopPropagation(),
    onCopy: (event: ClipboardEvent) => event.stopPropagation(),
  };
  if (!choices) return <textarea {...shared} rows={Math.max(1, (draft?.text ?? '').split('\n').length)} />;
  return (
    <>
      <input {...shared} list="cell-choices" />
      <datalist id="cell-choices">
        {choices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </>
  );
}
