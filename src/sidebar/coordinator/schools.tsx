import { useState } from 'preact/hooks';
import type { BoardSchool } from '../../model/coordinator-panel';

interface Doing {
  underway: boolean;
  onOpen(school: BoardSchool): void;
  onAccept(school: BoardSchool): void;
  onRemind(school: BoardSchool): void;
  onReview(school: BoardSchool): void;
  onGiveBack(school: BoardSchool): void;
}

interface Props extends Doing {
  schools: readonly BoardSchool[];
}

const FILTERS = {
  all: { title: 'Все', has: () => true },
  owing: { title: 'Не сдали', has: ({ handedIn }: BoardSchool) => !handedIn },
  asking: {
    title: 'С вопросами',
    has: ({ errors, questions, trouble }: BoardSchool) => errors + questions > 0 || trouble !== '',
  },
} as const;
type Filter = keyof typeof FILTERS;

/** A card a school, in the order of the register. */
export function Schools({ schools, ...doing }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  if (schools.length === 0) return null;
  const shown = schools.filter(FILTERS[filter].has);
  return (
    <section aria-label="Школы">
      <fieldset class="filters" aria-label="Какие школы показать">
        {(Object.keys(FILTERS) as Filter[]).map((key) => (
          <button type="button" key={key} aria-pressed={key === filter} onClick={() => setFilter(key)}>
            {FILTERS[key].title} {schools.filter(FILTERS[key].has).length}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && <p class="nobody">Таких школ нет.</p>}
      <ul class="schools">
        {shown.map((school) => (
          <Card key={school.key} school={school} {...doing} />
        ))}
      </ul>
    </section>
  );
}

function Card({ school, ...doing }: Doing & { school: BoardSchool }) {
  const { name, handedIn, status, timeliness, errors, questions, trouble, forms, comment, changed, reminded } = school;
  const left = [
    ...(errors > 0 ? [`ошибок: ${errors}`] : []),
    ...(questions > 0 ? [`вопросов без пояснения: ${questions}`] : []),
  ].join(', ');
  return (
    <li class={handedIn ? 'card in' : 'card'}>
      <h2>{name}</h2>
      <p>
        {status}
        {timeliness !== '' && `, ${timeliness}`}
        {!handedIn && reminded !== '' && `, ${reminded}`}
      </p>
      {comment !== '' && <p class="note">Вы написали: {comment}</p>}
      {changed.length > 0 && <p class="note">Изменено с прошлой сдачи: {changed.join(', ')}</p>}
      {trouble !== '' && <p class="wrong">{trouble}</p>}
      {left !== '' && <p class="wrong">{left}</p>}
      {forms.length > 0 && (
        <details>
          <summary>Не заполнено форм: {forms.length}</summary>
          <ul>
            {forms.map(({ title, state }) => (
              <li key={title}>
                {title}: {state}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Buttons school={school} {...doing} />
    </li>
  );
}

function Buttons({
  school,
  underway,
  onOpen,
  onAccept,
  onRemind,
  onReview,
  onGiveBack,
}: Doing & { school: BoardSchool }) {
  const { may, trouble, handedIn, hasMail, reminded } = school;
  const act = (title: string, does: (school: BoardSchool) => void, isOffered: boolean, style = '') =>
    isOffered && (
      <button type="button" class={style} disabled={underway} onClick={() => does(school)}>
        {title}
        <span class="unseen"> {school.name}</span>
      </button>
    );
  return (
    <div class="buttons">
      {act('Принять', onAccept, may.accept, 'primary')}
      {act('Напомнить', onRemind, !handedIn && hasMail && reminded === '')}
      {act('Проверка вкладки', onReview, trouble === '')}
      {act('Вернуть…', onGiveBack, may.giveBack)}
      {act('Открыть вкладку', onOpen, true)}
    </div>
  );
}
