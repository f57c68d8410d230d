import { useState } from 'preact/hooks';
import type { SetUpContents, SetUpSchool } from '../../model/set-up-panel';
import { Choice, titled } from '../choice';
import { Proposals } from './proposals';
import { School } from './school';
import type { SetUpControls } from './use-set-up';

interface Props {
  contents: SetUpContents;
  setUp: SetUpControls;
}

/** Period, deadlines and schools. */
export function District({ contents, setUp }: Props) {
  const { state, change, create } = setUp;
  const { draft, wrong, busy } = state;
  const general = wrong.filter(({ school }) => school === undefined);
  return (
    <section aria-labelledby="district">
      <h2 id="district" tabIndex={-1}>
        {contents.isNew ? 'Ваш район' : 'Район'}
      </h2>
      {contents.notes.map((words) => (
        <p class="warn" key={words}>
          {words}
        </p>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <fieldset disabled={busy !== null}>
          <Choice
            id="period"
            title="Отчётный период"
            value={draft.period}
            options={titled(contents.periods)}
            onChoice={(period) => change({ period })}
          />
          <details>
            <summary>Сроки сдачи</summary>
            {contents.deadlines.map(({ key, title }) => (
              <p class="choice" key={key}>
                <label for={key}>{title}</label>
                <input
                  id={key}
                  value={draft.deadlines[key] ?? ''}
                  onInput={(event) => change({ deadlines: { ...draft.deadlines, [key]: event.currentTarget.value } })}
                />
              </p>
            ))}
          </details>
          <Schools contents={contents} setUp={setUp} />
          {contents.proposals.length > 0 && <Proposals proposals={contents.proposals} setUp={setUp} />}
          {wrong.length > 0 && (
            <div class="trouble" role="alert">
              <h2>Не сохранено</h2>
              <p>
                {general.length > 0
                  ? general.map(({ words }) => words).join(' ')
                  : 'Исправьте отмеченное в школах и нажмите ещё раз.'}
              </p>
            </div>
          )}
          <button type="submit" class="primary wide">
            {contents.isNew ? 'Создать вкладки' : 'Сохранить и обновить вкладки'}
          </button>
        </fieldset>
      </form>
    </section>
  );
}

function Schools({ contents, setUp }: Props) {
  const { state, add } = setUp;
  const { draft, wrong } = state;
  return (
    <section aria-labelledby="schools" class="schools">
      <h3 id="schools">Школы: {draft.schools.length}</h3>
      <ul>
        {draft.schools.map((school, at) => (
          <School
            // A new school has no key yet, and its name is being typed.
            key={school.key || `new ${at}`}
            at={at}
            school={school}
            contents={contents}
            setUp={setUp}
            wrong={wrong.filter((item) => item.school === at).map(({ words }) => words)}
          />
        ))}
      </ul>
      {draft.closed.length > 0 && !contents.isNew && (
        <p class="warn">
          Закрываются школы: {draft.closed.length}. Их вкладки удалятся вместе с тем, что введено за открытый период.
          Закрытые периоды останутся. Передумали – закройте эту панель, не сохраняя.
        </p>
      )}
      <AddSchools groups={contents.groups} types={contents.types} onAdd={add} />
    </section>
  );
}

interface AddProps {
  groups: readonly string[];
  types: readonly string[];
  onAdd(schools: readonly SetUpSchool[]): void;
}

/** One name a line: a whole district is pasted at once. */
function AddSchools({ groups, types, onAdd }: AddProps) {
  const [text, setText] = useState('');
  const names = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const typeOf = (name: string): string => types.find((type) => name.toUpperCase().includes(type)) ?? types[0] ?? '';
  return (
    <details>
      <summary>Добавить школы</summary>
      <p class="choice">
        <label for="names">Названия, каждое с новой строки</label>
        <textarea id="names" rows={4} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </p>
      <button
        type="button"
        disabled={names.length === 0}
        onClick={() => {
          const blank = {
            key: '',
            group: groups[groups.length - 1] ?? '',
            partner: '',
            mail: '',
            editors: '',
            extended: '',
          };
          onAdd(names.map((name) => ({ ...blank, name, type: typeOf(name) })));
          setText('');
        }}
      >
        Добавить
      </button>
    </details>
  );
}
