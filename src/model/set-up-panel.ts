/** «Первая настройка» in the sidebar: from an empty spreadsheet to a district at work, and whatever of it changes later. */
export interface SetUpPanel {
  readonly contents: SetUpContents;
  readonly actions: {
    /** Writes «Настройки» and «Школы», making these tabs first where there are none; nothing while something is wrong. */
    save(draft: SetUpDraft): readonly SetUpWrong[];
    /** Brings a workbook back from the files of its archive into an empty one, a stretch at a time. */
    restore(files: Readonly<Record<string, string>>): SetUpStep;
    /** Makes or mends the tabs, a stretch at a time. */
    create(): SetUpStep;
    automate(): SetUpStep;
    /** Writes the proposed values into «Настройки», marked as proposed. */
    takeProposals(): string;
  };
}

export interface SetUpContents {
  /** There are no tabs yet. */
  readonly isNew: boolean;
  /** An archive is being brought back and not all of it is there. */
  readonly restoring: boolean;
  readonly period: string;
  readonly periods: readonly SetUpChoice[];
  readonly schools: readonly SetUpSchool[];
  readonly types: readonly string[];
  readonly groups: readonly string[];
  readonly deadlines: readonly (SetUpChoice & { readonly value: string })[];
  readonly permissions: readonly SetUpPermission[];
  /** Where permissions are given that were refused; '' when none was. */
  readonly grantUrl: string;
  /** Whether consolidations run by themselves. */
  readonly automatic: boolean;
  /** Values that the authors propose and the district has not taken. */
  readonly proposals: readonly ProposedSetting[];
  /** What is wrong with what stands in the workbook, in Russian. */
  readonly notes: readonly string[];
}

export interface ProposedSetting {
  readonly key: string;
  readonly title: string;
  readonly value: string;
}

export interface SetUpChoice {
  readonly key: string;
  readonly title: string;
}

export interface SetUpPermission {
  readonly title: string;
  readonly why: string;
  readonly granted: boolean;
}

export interface SetUpSchool {
  /** Blank for one that is new: it gets a key then. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly group: string;
  /** Key of the partner school; may be blank. */
  readonly partner: string;
  /** Where reminders go; may be blank. */
  readonly mail: string;
  /** Addresses of those who fill its tab, as they are typed. */
  readonly editors: string;
  /** ISO day until which the school may hand in later than the others; '' for none. */
  readonly extended: string;
}

export interface SetUpDraft {
  readonly period: string;
  readonly schools: readonly SetUpSchool[];
  /** Keys of schools that hand in no more: their rows and tabs go. */
  readonly closed: readonly string[];
  /** Days by the key of their setting. */
  readonly deadlines: Readonly<Record<string, string>>;
}

/** Something that cannot be saved as it is. */
export interface SetUpWrong {
  /** Place of the school in the draft, from 0; none where it is about no school. */
  readonly school?: number;
  readonly words: string;
}

export interface SetUpStep {
  readonly title: string;
  readonly lines: readonly string[];
  /** Not finished: the same is to be asked again. */
  readonly more: boolean;
}
