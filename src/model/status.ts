/** Who may move something from one state to another; `clock` is a run that finds a term passed. */
export type MovedBy = 'school' | 'coordinator' | 'clock';

export interface State {
  /** What is stored: permanent. */
  readonly key: string;
  /** What people see: free to change. */
  readonly title: string;
}

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly by: MovedBy;
  /** What stands in the new state is closed to the school's typing. */
  readonly locks?: boolean;
}

/** The states something goes through, and which step is whose, as data. The first state is where it begins. */
export interface StatusCycle {
  readonly states: readonly State[];
  readonly moves: readonly Move[];
}

/** A state with when and by whom it was reached; stored as data, shown as words. */
export interface Stamped {
  readonly state: string;
  /** The workbook's local time, `2023-06-25T10:00`; '' when nobody has moved it yet. */
  readonly at: string;
  readonly by: MovedBy;
  readonly comment?: string;
}

/** How many of the cells that a form asks for are filled. */
export interface Completeness {
  readonly filled: number;
  readonly expected: number;
}

/** What a run found on a school's tab, beside its state. */
export interface FoundOnTab {
  readonly errors: number;
  /** Warnings without explanation. */
  readonly unexplained: number;
  /** Of the forms that are asked for or filled. */
  readonly forms: Readonly<Record<string, Completeness>>;
}

/** What a tab's state is about beside when and by whom it was reached. */
export interface TabHistory {
  /** When the school handed in what the coordinator has accepted since, local time. */
  readonly handedIn?: string;
  /** Forms that are not what was handed in before. */
  readonly changed?: readonly string[];
  /** How often the coordinator has given it back in this period. */
  readonly returns?: number;
}

/** A school's tab as a consolidation leaves it; periods closed by earlier versions kept the state alone. */
export type Submission = Stamped & TabHistory & Partial<FoundOnTab>;

/** The moment of handing in. */
export const handedInAt = ({ at, handedIn = at }: Pick<Stamped & TabHistory, 'at' | 'handedIn'>): string => handedIn;

/** True when `by` may move from one state to the other; staying is no move. */
export const mayMove = (cycle: StatusCycle, from: string, to: string, by: MovedBy): boolean =>
  cycle.moves.some((move) => move.from === from && move.to === to && move.by === by);

/** The visible word of a state; an unknown key is shown as it is. */
export const stateTitle = (cycle: StatusCycle, key: string): string =>
  cycle.states.find((state) => state.key === key)?.title ?? key;
