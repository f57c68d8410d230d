import type { Stranger } from '../../import';
import { counted } from '../../import';
import type { KnownSchool } from '../../model/imported';
import { Choice } from '../choice';
import { keyOfStranger, type Said } from './read-files';

interface Props {
  strangers: readonly Stranger[];
  said: Said;
  schools: readonly KnownSchool[];
  disabled: boolean;
  onSay(stranger: string, school: string): void;
}

const UNKNOWN = '?';

const titleOf = ({ by, text, rows }: Stranger): string =>
  by === 'sheet' ? 'В файле школа не названа' : `${text}, ${counted(rows, 'строка', 'строки', 'строк')}`;

/** Schools that the district does not know by this name: asked once, kept in «Школы». */
export function Strangers({ strangers, said, schools, disabled, onSay }: Props) {
  const told = Object.keys(said);
  const asked = strangers.filter((stranger) => said[keyOfStranger(stranger)] === undefined);
  if (asked.length + told.length === 0) return null;
  const id = (key: string) => `stranger-${key.replace(/\W+/g, '-')}-${key.length}`;
  return (
    <section aria-labelledby="strangers" class="strangers">
      <h2 id="strangers">Какая это школа?</h2>
      <p class="note">Скажите один раз: при внесении ответ запишется в «Школы».</p>
      {asked.map((stranger) => {
        const key = keyOfStranger(stranger);
        return (
          <Choice
            key={key}
            id={id(key)}
            title={titleOf(stranger)}
            value={UNKNOWN}
            options={[
              [UNKNOWN, '– выберите школу –'],
              ...schools.map((school) => [school.key, school.name] as const),
              ['', 'Не наша, пропустить'],
            ]}
            disabled={disabled}
            onChoice={(school) => onSay(key, school)}
          />
        );
      })}
      {told.map((key) => (
        <p key={key}>
          «{key.replace(/^\S+ ?/, '') || 'Школа файла'}» –{' '}
          {schools.find((school) => school.key === said[key])?.name ?? 'не наша, пропущена'}
        </p>
      ))}
    </section>
  );
}
