import type { Question } from '../../runtime/world';
import { buttonsOf, type Card } from './dialog-cards';
import { AT_FIRST, type State } from './state';

export const TOAST_SECONDS = 8;

/** What is on the screen, with cards that wait for an answer and toasts that pass. */
export class Screen {
  state: State = AT_FIRST;
  private listener: () => void = () => {};
  private lastToast = 0;
  private lastCard: Promise<unknown> = Promise.resolve();

  subscribe(listener: () => void): void {
    this.listener = listener;
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.listener();
  }

  /** Puts a card up, after those before it, and waits for the button; `CLOSE` when it was closed. */
  show(card: Card): Promise<string> {
    const answer = this.lastCard.then(() => this.ask(card));
    this.lastCard = answer;
    return answer;
  }

  private ask(card: Card): Promise<string> {
    return new Promise((resolve) => {
      const answer = (text: string) => {
        this.set({ card: null });
        resolve(text);
      };
      this.set({ card: { ...card, answer } });
    });
  }

  toast(title: string, message: string, seconds: number | null = TOAST_SECONDS): void {
    this.lastToast += 1;
    this.set({ toasts: [...this.state.toasts, { id: this.lastToast, title, message, seconds }].slice(-4) });
  }

  dismiss(id: number): void {
    this.set({ toasts: this.state.toasts.filter((toast) => toast.id !== id) });
  }

  protected readonly question = ({ kind, title, message, buttons }: Question): Promise<string> =>
    this.show({
      title: title || 'Качество образования',
      message,
      buttons: buttonsOf(buttons),
      ...(kind === 'prompt' && { prompt: true }),
    });
}
