/** «Панель координатора»: who has handed in, what is wrong where, how the night went, what to do next. */
export interface CoordinatorPanel {
  readonly contents: Board;
  readonly actions: {
    /** Goes to a school's tab. */
    openTab(school: string): null;
    /** Goes to a row of a school's tab. */
    goTo(school: string, row: number): null;
    /** «Принять»: closes the tab to the school. Gives the words of what was done. */
    accept(school: string): string;
    /** «Вернуть»: opens the tab to the school, with what is to be mended. */
    giveBack(school: string, asked: GivenBack): string;
    /** The screen «Проверка вкладки»: the tab as it stands now. */
    review(school: string): Review;
    /** Writes an explanation into a school's tab; the tab as it stands then. */
    explain(school: string, place: ExplainedPlace, words: string): Review;
    /** «Напомнить»: letters to these schools, each once in a stage of the deadline. */
    remind(schools: readonly string[]): { readonly title: string; readonly lines: readonly string[] };
    /** «Закрыть квартал…»: what it would do, nothing written. */
    plan(): ClosingPlan;
    /** Closes the quarter that the plan was about; `more` as of `collect`. */
    close(title: string): { readonly title: string; readonly lines: readonly string[]; readonly more: boolean };
    /** «Открыть период снова…»: what stands in the way and what it would do, nothing written. */
    planReopening(): ReopeningPlan;
    /** Opens the quarter that the plan was about again; `more` as of `collect`. */
    reopen(
      title: string,
      why: string,
    ): { readonly title: string; readonly lines: readonly string[]; readonly more: boolean };
    /** «Включить снова»: the runs of the night. */
    enable(): { readonly title: string; readonly lines: readonly string[] };
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
  /** It did not come or failed: it is to be switched on again. */
  readonly nightFailed: boolean;
  readonly deadline: string;
  readonly next: NextStep;
  readonly schools: readonly BoardSchool[];
  /** The list of debtors, ready to be sent. */
  readonly debtors: string;
}

/** What to do now, as a sentence and a button. */
export interface NextStep {
  readonly words: string;
  readonly action: 'collect' | 'copy' | 'remind' | 'none';
  /** «Напомнить двум школам» */
  readonly label: string;
  /** Whom it is about. */
  readonly schools: readonly string[];
}

export interface BoardSchool {
  readonly key: string;
  readonly name: string;
  readonly handedIn: boolean;
  /** What the coordinator may do with the tab now. */
  readonly may: { readonly accept: boolean; readonly giveBack: boolean };
  /** What the coordinator has said when giving it back; '' for nothing. */
  readonly comment: string;
  /** Where reminders go is known. */
  readonly hasMail: boolean;
  /** «напомнили 16 июня»; '' while it has not been since the day that asks for it. */
  readonly reminded: string;
  /** Titles of the forms that are not as they were handed in before. */
  readonly changed: readonly string[];
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

/** What the coordinator asks a school to mend. */
export interface GivenBack {
  readonly comment: string;
  readonly notes: readonly { readonly form: string; readonly row: number | null; readonly words: string }[];
}

/** A row of the tab; null for the whole form. */
export interface ExplainedPlace {
  readonly form: string;
  readonly row: number | null;
}

/** A school's tab with what is wrong on it, form by form. */
export interface Review {
  readonly school: string;
  readonly name: string;
  /** «1 ошибка, 2 вопроса»; '' when nothing is left. */
  readonly left: string;
  /** What is not as it was handed in, form by form. */
  readonly changes: readonly string[];
  readonly forms: readonly ReviewedForm[];
}

export interface ReviewedForm {
  readonly key: string;
  readonly title: string;
  readonly issues: readonly ReviewedIssue[];
}

export interface ReviewedIssue {
  /** Of the tab; of an issue about the whole form that of its title. */
  readonly row: number;
  readonly whole: boolean;
  /** «5 А Химия»; '' of the whole form. */
  readonly name: string;
  readonly words: string;
  /** An error is mended, a question may be explained. */
  readonly kind: 'error' | 'question' | 'explained';
}

/** What closing the open quarter would do. */
export interface ClosingPlan {
  /** «II квартал 2023 г.» */
  readonly title: string;
  /** What is not as the last consolidation has found it, and what that does to the figures. */
  readonly changes: readonly string[];
  /** Tabs that cannot be read: until they are mended nothing is closed. */
  readonly unread: readonly string[];
  /** Who has not handed in. */
  readonly owing: readonly string[];
  /** Handed in and not accepted. */
  readonly waiting: readonly string[];
  readonly errors: number;
  readonly frozen: string;
  /** The quarter has not ended. */
  readonly early: boolean;
}

/** What opening the quarter closed last again would do. */
export interface ReopeningPlan {
  /** «II квартал 2023 г.» */
  readonly title: string;
  /** It has begun and stopped: it is gone on with. */
  readonly begun: boolean;
  /** Tabs that cannot be read: until they are mended nothing is opened. */
  readonly unread: readonly string[];
  /** Who has begun the quarter that is open now, and with what: until that is gone nothing is opened. */
  readonly typed: readonly string[];
  /** What comes back, and what does not. */
  readonly notes: readonly string[];
}
