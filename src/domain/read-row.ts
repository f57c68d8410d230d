import type { ClassSet, Entry, Form, RawRow, SeenRow, Unread } from '../model';
import { readClassSet } from './class-set';
import { identityOf } from './identity';
import { rowParser } from './parse';
import { proveZeros } from './sums';

/** A row with what checks ask of it, each worked out once. */
class ReadRow implements SeenRow {
  private spelt: string | undefined;

  constructor(
    private readonly form: Form,
    readonly place: number,
    readonly entry: Entry,
    readonly raw: RawRow,
    readonly unread: readonly Unread[],
    readonly classes: ClassSet | null,
  ) {}

  get classKey(): string {
    return this.classes === null ? '' : `${this.classes.from}-${this.classes.to}|${this.classes.letter}`;
  }

  get identity(): string {
    this.spelt ??= identityOf(this.form, this.entry, this.classes);
    return this.spelt;
  }
}

export type RowReader = (raw: RawRow, place: number) => SeenRow;

const readers = new WeakMap<Form, RowReader>();

/** Reads the typed rows of a form; made ready once for all schools. */
export function rowReader(form: Form): RowReader {
  const reader = readers.get(form) ?? readerOf(form);
  readers.set(form, reader);
  return reader;
}

function readerOf(form: Form): RowReader {
  const parse = rowParser(form);
  return (raw, place) => {
    const { entry, unread } = parse(raw);
    const { grade = '', letter = '' } = entry.texts;
    return new ReadRow(form, place, proveZeros(form, entry), raw, unread, readClassSet(grade, letter));
  };
}
