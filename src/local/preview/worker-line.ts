import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads';
import type { PreviewArguments } from './arguments';
import type { Asked, WorkerData } from './desk-worker';
import type { Reply } from './messages';

/** The line to the worker that holds the runtime: one request at a time; an alert of the script puts the request on hold. */
export class WorkerLine {
  /** How far the making of the workbook is; null when it stands. */
  preparing: string | null = 'Начинаем…';
  /** Why there is no workbook to show. */
  failed: string | null = null;
  /** Settled when the workbook stands, or cannot be made. */
  readonly ready: Promise<void>;
  private readonly worker: Worker;
  private readonly answers = new MessageChannel();
  private readonly bell = new SharedArrayBuffer(4);
  private turn: Promise<unknown> = Promise.resolve();
  private hear: (reply: Reply) => void = () => {};
  private isAsking = false;

  constructor(program: string, asked: PreviewArguments) {
    const workerData: WorkerData = { asked, answers: this.answers.port2, bell: this.bell };
    // The runtime changes the process's time zone, which a worker can do only in the real environment.
    this.worker = new Worker(program, { workerData, transferList: [this.answers.port2], env: SHARE_ENV });
    this.ready = new Promise((resolve) => {
      const settle = (failure: string | null) => {
        this.preparing = null;
        this.failed = failure;
        resolve();
      };
      this.hear = (reply) => {
        if ('preparing' in reply) this.preparing = reply.preparing;
        else settle('failed' in reply ? reply.failed : null);
      };
    });
    this.worker.on('message', (reply: Reply) => this.hear(reply));
    // Whatever is asked of a worker that is no more would never be answered.
    this.worker.on('error', (error) => {
      this.failed = error.message;
      this.hear({ failed: error.message });
    });
  }

  /**
   * Waits for its turn; the reply is the result or the question of an alert, to be answered by `answer`. While the workbook
   * is being made, how far it is.
   */
  ask(asked: Asked): Promise<Reply> {
    if (this.preparing !== null) return Promise.resolve({ preparing: this.preparing });
    if (this.failed !== null) return Promise.resolve({ failed: this.failed });
    return new Promise((resolve) => {
      this.turn = this.turn.then(async () => {
        const { first, whole } = this.converse(asked);
        resolve(await first);
        await whole;
      });
    });
  }

  /** Presses a button of the alert that is open; the reply is what comes next. */
  answer(text: string): Promise<Reply> {
    if (!this.isAsking) return Promise.resolve({ failed: 'Вопрос уже закрыт.' });
    this.isAsking = false;
    const reply = this.next();
    this.answers.port1.postMessage(text);
    const rung = new Int32Array(this.bell);
    Atomics.store(rung, 0, 1);
    Atomics.notify(rung, 0);
    return reply;
  }

  /** Closes what alerts are open, as whoever reloads the page does. */
  async abandon(): Promise<void> {
    while (this.isAsking) await this.answer('CLOSE');
  }

  close(): Promise<number> {
    this.answers.port1.close();
    return this.worker.terminate();
  }

  private whole: () => void = () => {};

  private converse(asked: Asked): { first: Promise<Reply>; whole: Promise<void> } {
    const whole = new Promise<void>((resolve) => {
      this.whole = resolve;
    });
    const first = this.next();
    this.worker.postMessage(asked);
    return { first, whole };
  }

  private next(): Promise<Reply> {
    return new Promise((resolve) => {
      this.hear = (reply) => {
        this.isAsking = 'question' in reply;
        if (!this.isAsking) this.whole();
        resolve(reply);
      };
    });
  }
}
