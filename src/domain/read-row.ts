import {
  type Cell,
  type ClassSet,
  DATE_MARK,
  type Entry,
  type Form,
  type RawRow,
  type SeenRow,
  textOf,
  type Unread,
} from '../model';
import { readClassSet } from './class-set';
import { identityOf } from './identity';
import { remembering } from './remembering';

/** A row as checks see it, each thing they ask of it worked out once and not before they ask. */
export class ReadRow implements SeenRow {
  private parsed: ParsedRow | undefined;
  private named: NamedClasses | undefined;

  constructor(
    private readonly parser: FormParser,
    readonly raw: RawRow,
    readonly place: number,
    private name: string | undefined,
  ) {}

  private get read(): ParsedRow {
    this.parsed ??= this.parser.parse(this.raw);
    return this.parsed;
  }

  get entry(): Entry {
    return this.read.entry;
  }

  get unread(): readonly Unread[] {
    return this.read.unread;
  }

  private get own(): NamedClasses {
    if (this.named === undefined) {
      const { grade, letter = '' } = this.raw.cells;
      // A class typed as a word or a number is read without the row's other cells.
      if (this.parser.readsClasses && isPlainWord(grade) && isPlainWord(letter)) {
        this.named = classesTyped(grade, letter);
      } else {
        const { texts } = this.entry;
        this.named = classesTyped(texts.grade, texts.letter);
      }
    }
    return this.named;
  }

  get classes(): ClassSet | null {
    return this.own.set;
  }

  get classKey(): string {
    return this.own.key;
  }

  get identity(): string {
    this.name ??= identityOf(this.parser.form, this.entry, this.classes);
    return this.name;
  }
}

interface NamedClasses {
  readonly set: ClassSet | null;
  readonly key: string;
}

const NO_CLASSES: NamedClasses = { set: null, key: '' };

/** By grade and letter as they stand in the cells: a school has few classes and many rows. */
const classesOfWords = remembering((words): NamedClasses => {
  const [grade = '', letter = ''] = words.split(APART);
  const set = readClassSet(textOf(grade), textOf(letter));
  return set ? { set, key: `${set.from}-${set.to}|${set.letters.join()}` } : NO_CLASSES;
});

/** No keyboard has it. */
const APART = '\u0000';

const classesTyped = (grade: Cell = '', letter: Cell = ''): NamedClasses => classesOfWords(`${grade}${APART}${letter}`);

const isPlainWord = (cell: Cell | undefined): boolean =>
  cell === undefined || typeof cell === 'number' || (typeof cell === 'string' && !cell.startsWith(DATE_MARK));

export interface ParsedRow {
  readonly entry: Entry;
  readonly unread: readonly Unread[];
}

export interface FormParser {
  readonly form: Form;
  readonly parse: (raw: RawRow) => ParsedRow;
  /** Its classes are words as they are typed: no list knows them by other names. */
  readonly readsClasses: boolean;
}
