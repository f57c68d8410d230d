import { useEffect, useState } from 'preact/hooks';
import type { BoardSchool, CoordinatorPanel, Review, ReviewedForm, ReviewedIssue } from '../../model/coordinator-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { type Doing, Found } from './found';
import { GiveBack, type Noted } from './give-back';
import { Screen } from './screen';

interface Props {
  school: BoardSchool;
  api: PanelApi<CoordinatorPanel>;
  onDone(words: string): Promise<void>;
  onBack(): void;
}

/** «Проверка вкладки»: what is wrong form by form as the tab stands now, mended or explained from here. */
export function ReviewTab({ school, api, onDone, onBack }: Props) {
  const [review, setReview] = useState<Review | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [noted, setNoted] = useState<readonly Noted[]>([]);
  const [isGivenBack, setGivenBack] = useState(false);
  const [underway, setUnderway] = useState(false);
  const tried = (work: Promise<unknown>): Promise<void> => {
    setTrouble(null);
    return work.then(
      () => undefined,
      (error) => setTrouble(troubleOf(error)),
    );
  };
  const load = (): void => void tried(api.act('review', school.key).then(setReview));
  useEffect(load, [api, school.key]);
  const accept = (): void => {
    setUnderway(true);
    void tried(api.act('accept', school.key).then(onDone)).then(() => setUnderway(false));
  };
  if (isGivenBack) return <GiveBack {...{ school, api, onDone }} notes={noted} onBack={() => setGivenBack(false)} />;
  const doing = {
    mayGiveBack: school.may.giveBack,
    isNoted: (note: Noted) => noted.some((each) => isSame(each, note)),
    onNote: (note: Noted) =>
      setNoted(
        noted.some((each) => isSame(each, note)) ? noted.filter((each) => !isSame(each, note)) : [...noted, note],
      ),
    onGo: (row: number) => void tried(api.act('goTo', school.key, row)),
    onExplain: (form: string, row: number | null, words: string) =>
      tried(api.act('explain', school.key, { form, row }, words).then(setReview)),
  };
  return (
    <Screen title={school.name} onBack={onBack}>
      <p role="status">{review === null && trouble === null ? 'Вкладка проверяется…' : ''}</p>
      {trouble && <TroubleCard trouble={trouble} {...(review === null ? { onRetry: load } : {})} />}
      {review && <Left review={review} />}
      {review?.forms.map((form) => (
        <OneForm key={form.key} form={form} {...doing} />
      ))}
      {review && (
        <div class="decision">
          {school.may.accept && noted.length === 0 && !hasErrors(review) && (
            <button type="button" class="primary" disabled={underway} onClick={accept}>
              {underway ? 'Принимается…' : 'Принять'}
            </button>
          )}
          {school.may.giveBack && (
            <button
              type="button"
              class={noted.length > 0 ? 'primary' : ''}
              disabled={underway}
              onClick={() => setGivenBack(true)}
            >
              {noted.length > 0 ? `Вернуть с замечаниями (${noted.length})…` : 'Вернуть…'}
            </button>
          )}
        </div>
      )}
    </Screen>
  );
}

const hasErrors = ({ forms }: Review): boolean =>
  forms.some(({ issues }) => issues.some(({ kind }) => kind === 'error'));

const isSame = (a: Noted, b: Noted): boolean => a.form === b.form && a.row === b.row && a.words === b.words;

const Left = ({ review: { left, changes } }: { review: Review }) => (
  <>
    <p class="summary">{left === '' ? 'Замечаний нет' : `Осталось: ${left}`}</p>
    {changes.length > 0 && (
      <>
        <p class="note">Изменилось с тех пор, как вкладку сдавали:</p>
        <ul>
          {changes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    )}
  </>
);

/** How many of a form's issues are shown at once. */
const SHOWN = 20;

function OneForm({ form, ...doing }: Doing & { form: ReviewedForm }) {
  const [count, setCount] = useState(SHOWN);
  const open = form.issues.filter(({ kind }) => kind !== 'explained');
  return (
    <section aria-label={form.title}>
      <h2>{form.title}</h2>
      {open.length === 0 && <p class="note">Всё пояснено: {form.issues.length}</p>}
      <ul class="schools">
        {open.slice(0, count).map((issue) => (
          <Found key={keyOf(issue)} form={form} issue={issue} {...doing} />
        ))}
      </ul>
      {open.length > count && (
        <button type="button" onClick={() => setCount(count + SHOWN)}>
          Показать ещё {Math.min(SHOWN, open.length - count)}
        </button>
      )}
    </section>
  );
}

const keyOf = ({ row, words }: ReviewedIssue): string => `${row} ${words}`;
