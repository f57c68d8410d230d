import { useEffect, useRef, useState } from 'preact/hooks';
import { counted } from '../../import';
import type { ImportDone } from '../../model/import-panel';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { BySchool } from './decisions';

interface Props {
  done: ImportDone;
  nameOf(school: string): string;
  onOpen(school: string): Promise<unknown>;
  onMore(): void;
}

/** What came of it: written, replaced, left and why; the way to each school's tab. */
export function Done({ done, nameOf, onOpen, onMore }: Props) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { put, same, replaced, differences, notDue, refused, remembered } = done;
  const rows = put.reduce((all, at) => all + at.rows, 0);
  const schools = [...new Set(put.map(({ school }) => school))];
  const asIs = same.reduce((all, at) => all + at.rows, 0);
  const left = [
    ...differences.map(({ school, form, name }) => `${nameOf(school)}, «${form}», ${name}: оставлены числа школы.`),
    ...notDue.map(({ school, form }) => `${nameOf(school)}, «${form}»: в этом периоде не спрашивается.`),
    ...refused,
  ];
  const open = (school: string) => {
    setTrouble(null);
    onOpen(school).catch((error) => setTrouble(troubleOf(error)));
  };
  return (
    <section class="done" aria-label="Итог">
      <h2 ref={heading} tabIndex={-1}>
        {rows > 0
          ? `Внесено ${counted(rows, 'строка', 'строки', 'строк')}, ${counted(schools.length, 'школа', 'школы', 'школ')}`
          : 'Ничего не внесено'}
      </h2>
      {rows > 0 && <p>Рядом с каждой строкой стоит пометка «Внесено районом»; в «Журнале» – запись.</p>}
      <BySchool forms={put} nameOf={nameOf} />
      {asIs > 0 && <p>Уже стояло то же: {counted(asIs, 'строка', 'строки', 'строк')}.</p>}
      {replaced.length > 0 && (
        <>
          <h3>Заменено – было у школы</h3>
          <ul>
            {replaced.map(({ id, school, form, name, fields }) => (
              <li key={id}>
                {nameOf(school)}, «{form}», {name}: {fields.map((at) => `${at.title} ${at.standing}`).join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {left.length > 0 && (
        <>
          <h3>Не внесено: {left.length}</h3>
          <ul>
            {left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {remembered.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {schools.length > 0 && (
        <ul class="tabs" aria-label="Открыть вкладки">
          {schools.map((school) => (
            <li key={school}>
              <button type="button" onClick={() => open(school)}>
                Открыть вкладку<span class="unseen"> школы</span> {nameOf(school)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {trouble && <TroubleCard trouble={trouble} />}
      <button type="button" class="primary" onClick={onMore}>
        Внести ещё файл
      </button>
    </section>
  );
}
