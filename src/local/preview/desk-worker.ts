import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Runtime } from '../runtime';
import { keepContexts } from '../runtime/contexts';
import type { PreviewArguments } from './arguments';
import { makeDesk } from './desk';
import type { Desk, Reply } from './messages';
import { prepareRuntime } from './prepare-runtime';

export interface WorkerData {
  asked: PreviewArguments;
  /** Answers to alerts and prompts come here. */
  answers: MessagePort;
  /** Turns from 0 to 1 when there is an answer. */
  bell: SharedArrayBuffer;
}

export interface Asked {
  method: keyof Desk;
  asked: object;
}

const tell = (reply: Reply): void => parentPort!.postMessage(reply);

/** The worker's life: makes the workbook, then does one thing after another as asked. */
export async function serveDesk(): Promise<void> {
  const { asked } = workerData as WorkerData;
  keepContexts();
  try {
    const runtime = await prepareRuntime(asked, (preparing) => tell({ preparing }));
    waitForAnswers(runtime);
    const desk = makeDesk(runtime, asked.source.kind === 'demonstration');
    parentPort!.on('message', (message: Asked) => void answer(desk, message));
    tell({ done: null });
  } catch (error) {
    tell({ failed: messageOf(error) });
    parentPort!.close();
  }
}

async function answer(desk: Desk, { method, asked }: Asked): Promise<void> {
  try {
    tell({ done: await (desk[method] as (given: object) => unknown)(asked) });
  } catch (error) {
    console.error(error);
    tell({ failed: messageOf(error) });
  }
}

/** A script's alert holds the whole run until a button is pressed, so this thread sleeps until the page has answered. */
function waitForAnswers(runtime: Runtime): void {
  const { answers, bell } = workerData as WorkerData;
  const rung = new Int32Array(bell);
  runtime.answerWith((question) => {
    tell({ question });
    Atomics.wait(rung, 0, 0);
    Atomics.store(rung, 0, 0);
    return (receiveMessageOnPort(answers) as { message: string }).message;
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
