import type { Runtime } from '../runtime';

export interface BuiltDocument {
  readonly kind: string;
  readonly edition: string;
  readonly subject?: string;
  readonly title: string;
  readonly period: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** A kind's reports of a period: one about each of its subjects. */
export function buildReports(runtime: Runtime, kind: string, period: string, edition: string): BuiltDocument[] {
  const possible = runtime.run('listReports', [period]) as Pick<BuiltDocument, 'kind' | 'edition' | 'subject'>[];
  return possible
    .filter((item) => item.kind === kind && item.edition === edition)
    .map(({ subject }) => buildReport(runtime, kind, period, edition, subject));
}

export function buildReport(
  runtime: Runtime,
  kind: string,
  period: string,
  edition: string,
  subject?: string,
): BuiltDocument {
  const args = [kind, period, edition, ...(subject === undefined ? [] : [subject])];
  const built = runtime.run('buildReport', args) as BuiltDocument & { id: string };
  return { ...built, bytes: bytesOnDrive(runtime, built.id) };
}

export function bytesOnDrive(runtime: Runtime, id: string): Uint8Array {
  const file = runtime.files.find((each) => each.id === id);
  if (!file) throw new Error(`${id} is not on Drive`);
  return Uint8Array.from(file.bytes);
}
