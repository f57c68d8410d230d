import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  onClose(): void;
  children: ComponentChildren;
  isAlert?: boolean;
  wide?: boolean;
  /** Leaves the rest of the page alive. */
  modeless?: boolean;
  width?: number;
}

/** A dialog of the browser's own: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Modal({ title, onClose, children, isAlert, wide, modeless, width }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    if (modeless) dialog.current?.show();
    else dialog.current?.showModal();
    return () => before?.focus?.({ preventScroll: true });
  }, [modeless]);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'modal wide' : 'modal'}
      role={isAlert ? 'alertdialog' : 'dialog'}
      aria-labelledby={id}
      style={width ? { width: `${width}px` } : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="modal-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="close" aria-label="Закрыть" onClick={onClose}>
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
}
