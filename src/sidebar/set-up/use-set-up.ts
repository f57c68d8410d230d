import { useRef, useState } from 'preact/hooks';
import type {
  SetUpContents,
  SetUpDraft,
  SetUpPanel,
  SetUpSchool,
  SetUpStep,
  SetUpWrong,
} from '../../model/set-up-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';

export interface SetUpState {
  readonly draft: SetUpDraft;
  readonly wrong: readonly SetUpWrong[];
  readonly busy: 'saving' | 'creating' | 'automating' | null;
  /** Calls that making the tabs has taken so far. */
  readonly steps: number;
  readonly created: SetUpStep | null;
  readonly automation: SetUpStep | null;
  readonly trouble: Trouble | null;
  /** What came of taking the proposed values; '' before. */
  readonly taken: string;
}

export interface SetUpControls {
  readonly state: SetUpState;
  change(draft: Partial<SetUpDraft>): void;
  changeSchool(at: number, school: Partial<SetUpSchool>): void;
  add(schools: readonly SetUpSchool[]): void;
  /** Takes a school out: one that has a tab is closed when it is saved. */
  remove(at: number): void;
  /** Saves the draft and makes the tabs. */
  create(): void;
  automate(): void;
  takeProposals(): void;
  /** Goes back to the district. */
  edit(): void;
  again(): void;
}

const draftOf = ({ period, schools, deadlines }: SetUpContents): SetUpDraft => ({
  period,
  schools,
  closed: [],
  deadlines: Object.fromEntries(deadlines.map(({ key, value }) => [key, value])),
});

export function useSetUp(api: PanelApi<SetUpPanel>, contents: SetUpContents): SetUpControls {
  const [state, setState] = useState<SetUpState>({
    ...{ draft: draftOf(contents), wrong: [], busy: null, steps: 0 },
    ...{ created: null, automation: null, trouble: null, taken: '' },
  });
  const failed = useRef<() => void>(() => {});
  const { draft } = state;
  const change = (news: Partial<SetUpDraft>) => setState({ ...state, draft: { ...draft, ...news }, wrong: [] });

  async function tried(work: () => Promise<void>): Promise<void> {
    failed.current = () => void tried(work);
    try {
      await work();
    } catch (error) {
      setState((now) => ({ ...now, busy: null, trouble: troubleOf(error) }));
    }
  }

  const create = async (): Promise<void> => {
    setState({ ...state, busy: 'saving', wrong: [], trouble: null, created: null });
    const wrong = await api.act('save', draft);
    if (wrong.length > 0) {
      setState({ ...state, wrong, busy: null, trouble: null });
      return;
    }
    let created: SetUpStep = { title: '', lines: [], more: true };
    for (let steps = 1; created.more; steps += 1) {
      setState({ ...state, wrong: [], busy: 'creating', steps, trouble: null });
      created = await api.act('create');
    }
    // Keys of new schools and rows that were put right are as the workbook has them now.
    const fresh = await api.load();
    setState({ ...state, draft: draftOf(fresh), wrong: [], busy: null, steps: 0, trouble: null, created });
  };
  const automate = async (): Promise<void> => {
    setState({ ...state, busy: 'automating', trouble: null });
    const automation = await api.act('automate');
    setState({ ...state, busy: null, trouble: null, automation });
  };
  const takeProposals = async (): Promise<void> => {
    setState({ ...state, trouble: null });
    const taken = await api.act('takeProposals');
    setState((now) => ({ ...now, taken }));
  };
  return {
    state,
    change,
    changeSchool: (at, news) =>
      change({ schools: draft.schools.map((school, index) => (index === at ? { ...school, ...news } : school)) }),
    add: (schools) => change({ schools: [...draft.schools, ...schools] }),
    remove: (at) => {
      const gone = draft.schools[at]!;
      const schools = draft.schools
        .filter((_, index) => index !== at)
        .map((school) => (gone.key !== '' && school.partner === gone.key ? { ...school, partner: '' } : school));
      change({ schools, closed: gone.key === '' ? draft.closed : [...draft.closed, gone.key] });
    },
    create: () => void tried(create),
    automate: () => void tried(automate),
    takeProposals: () => void tried(takeProposals),
    edit: () => setState({ ...state, created: null, trouble: null }),
    again: () => failed.current(),
  };
}
