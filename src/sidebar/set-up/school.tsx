import { useEffect, useState } from 'preact/hooks';
import type { SetUpContents, SetUpSchool } from '../../model/set-up-panel';
import { Choice } from '../choice';
import type { SetUpControls } from './use-set-up';

interface Props {
  at: number;
  school: SetUpSchool;
  contents: SetUpContents;
  setUp: SetUpControls;
  wrong: readonly string[];
}

/** One school: folded to its name until it is to be changed or something of it is wrong. */
export function School({ at, school, contents, setUp, wrong }: Props) {
  const [open, setOpen] = useState(false);
  const isWrong = wrong.length > 0;
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  const { changeSchool, state } = setUp;
  const id = (field: string): string => `${field}-${at}`;
  const set = (field: keyof SetUpSchool) => (value: string) => changeSchool(at, { [field]: value });
  const partners = state.draft.schools.filter(({ key }) => key !== '' && key !== school.key);
  const isKept = contents.schools.some(({ key, name }) => key === school.key && key !== '' && name !== '');
  return (
    <li class={isWrong ? 'school wrong' : 'school'}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{school.name || 'Новая школа'}</summary>
        {isWrong && (
          <ul class="why" id={id('why')}>
            {wrong.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <p class="choice">
          <label for={id('name')}>Название</label>
          <input
            id={id('name')}
            value={school.name}
            aria-describedby={isWrong ? id('why') : undefined}
            onInput={(event) => set('name')(event.currentTarget.value)}
          />
          <span class="note">Так же будет называться вкладка.</span>
        </p>
        <div class="pair">
          <Choice
            id={id('type')}
            title="Тип"
            value={school.type}
            options={withOwn(contents.types, school.type)}
            onChoice={set('type')}
          />
          <Choice
            id={id('group')}
            title="Группа"
            value={school.group}
            options={withOwn(contents.groups, school.group)}
            onChoice={set('group')}
          />
        </div>
        <Choice
          id={id('partner')}
          title="Школа-партнёр"
          value={school.partner}
          options={[['', 'нет'], ...partners.map(({ key, name }) => [key, name] as const)]}
          onChoice={set('partner')}
        />
        <p class="choice">
          <label for={id('mail')}>Почта школы для напоминаний</label>
          <input id={id('mail')} value={school.mail} onInput={(event) => set('mail')(event.currentTarget.value)} />
        </p>
        <p class="choice">
          <label for={id('extended')}>Отсрочка до</label>
          <input
            id={id('extended')}
            type="date"
            value={school.extended}
            onInput={(event) => set('extended')(event.currentTarget.value)}
          />
          <span class="note">Срок сдачи этой школы в открытом периоде. Пусто – как у всех.</span>
        </p>
        <p class="choice">
          <label for={id('editors')}>Кто заполняет вкладку: адреса через запятую</label>
          <textarea
            id={id('editors')}
            rows={2}
            value={school.editors}
            onInput={(event) => set('editors')(event.currentTarget.value)}
          />
          <span class="note">Остальные править вкладку не смогут. Пусто – правят все, кому открыта книга.</span>
        </p>
        <button type="button" onClick={() => setUp.remove(at)}>
          {isKept && !contents.isNew ? 'Закрыть школу' : 'Убрать'}
          <span class="unseen"> {school.name}</span>
        </button>
      </details>
    </li>
  );
}

/** A word that the register says and the list does not have stays to be chosen. */
const withOwn = (words: readonly string[], own: string): (string | [string, string])[] =>
  words.includes(own) ? [...words] : [[own, own || '– нет –'], ...words];
