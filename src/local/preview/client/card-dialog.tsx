import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Card } from './dialog-cards';
import { Modal } from './modal';

/** An alert or a prompt: the script, or the page, waits for the button. */
export function CardDialog({ card }: { card: Card & { answer(text: string): void } }) {
  const [text, setText] = useState('');
  const first = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const keep = (element: HTMLElement | null) => {
    if (element) first.current = element;
  };
  const press = (value: string) => card.answer(card.prompt && value === card.buttons[0]!.value ? text : value);
  return (
    <Modal title={card.title} onClose={() => card.answer('CLOSE')} isAlert>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          press(card.buttons[0]!.value);
        }}
      >
        {card.prompt ? (
          <label class="message">
            {card.message}
            <input ref={keep} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          </label>
        ) : (
          <p class="message">{card.message}</p>
        )}
        <div class="buttons">
          {card.buttons.map(({ label, value }, index) => (
            <button
              key={value}
              ref={index === 0 && !card.prompt ? keep : undefined}
              type={index === 0 ? 'submit' : 'button'}
              class={index === 0 ? 'primary' : ''}
              onClick={index === 0 ? undefined : () => press(value)}
            >
              {label}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}
