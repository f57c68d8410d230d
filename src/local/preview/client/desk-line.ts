import type { Question } from '../../runtime/world';
import type { Desk, Reply } from '../messages';

/** Whoever shows the question of an alert or a prompt and gives the answer. */
export type Answering = (question: Question) => Promise<string>;

/** The workbook is being made: the text says how far it is. */
export class Preparing extends Error {}

type Result<M extends keyof Desk> = Awaited<ReturnType<Desk[M]>>;

async function post(method: string, asked: object): Promise<Reply> {
  const response = await fetch('/desk', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ method, asked }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Reply;
}

/** Sees a request through: alerts of the script on the way are put to the person. */
async function converse(reply: Reply, answering: Answering): Promise<unknown> {
  if ('done' in reply) return reply.done;
  if ('failed' in reply) throw new Error(reply.failed);
  if ('preparing' in reply) throw new Preparing(reply.preparing);
  const text = await answering(reply.question);
  return converse(await post('answer', { text }), answering);
}

export async function ask<M extends keyof Desk>(
  method: M,
  asked: Parameters<Desk[M]>[0],
  answering: Answering = async () => 'CLOSE',
): Promise<Result<M>> {
  return (await converse(await post(method, asked), answering)) as Result<M>;
}

/** The page has been opened or reloaded: alerts left over are closed. */
export const enter = async (): Promise<Result<'look'>> =>
  (await converse(await post('enter', {}), async () => 'CLOSE')) as Result<'look'>;

export const restart = async (): Promise<void> => void (await post('restart', {}));

export async function uploadBook(file: File, answering: Answering): Promise<Result<'load'>> {
  const response = await fetch('/workbook.xlsx', { method: 'POST', body: file });
  if (!response.ok) throw new Error(await response.text());
  return (await converse((await response.json()) as Reply, answering)) as Result<'load'>;
}
