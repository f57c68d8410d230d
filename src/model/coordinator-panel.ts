/** «Панель координатора»: who has handed in, what is wrong where, how the night went, what to do next. */
export interface CoordinatorPanel {
  readonly contents: Board;
  readonly actions: {
    /** Goes to a school's tab. */
    openTab(school: string): null;
    /** «Собрать свод»: what came of it; `more` when it has stopped in time and goes on when called again. */
    collect(): { readonly title: string; readonly lines: readonly string[]; readonly more: boolean };
  };
}

export interface Board {
  /** «II квартал 2023 г.» */
  readonly period: string;
  /** «Сдали 5 из 7 школ» */
  readonly summary: string;
  /** When the schools' tabs were last collected; '' when they never were. */
  readonly collected: string;
  /** How the run of the night went; '' while there is none. */
  readonly night: string;
  readonly deadline: string;
  readonly next: NextStep;
  readonly schools: readonly BoardSchool[];
  /** The list of debtors, ready to be sent. */
  readonly debtors: string;
}

/** What to do now, as a sentence and a button. */
export interface NextStep {
  readonly words: string;
  readonly action: 'collect' | 'copy' | 'none';
}

export interface BoardSchool {
  readonly key: string;
  readonly name: string;
  readonly handedIn: boolean;
  /** «сдано 12 января», «не сдано» */
  readonly status: string;
  /** «в срок», «позже срока на 3 дн.», «не сдано, срок 15.06.2023» */
  readonly timeliness: string;
  readonly errors: number;
  /** Warnings without an explanation. */
  readonly questions: number;
  /** Why the tab could not be read; '' when it could. */
  readonly trouble: string;
  /** Forms that are not ready, with what is left. */
  readonly forms: readonly { readonly title: string; readonly state: string }[];
}
