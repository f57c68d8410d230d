import { counted } from '../../import';
import type { ImportDifference, ImportedForm, ImportFound } from '../../model/import-panel';
import type { Work } from './use-import';

interface Props {
  found: ImportFound;
  work: Work;
  nameOf(school: string): string;
  onDecide(of: 'replace' | 'open', key: string, yes: boolean): void;
}

const rowsOf = (rows: number): string => counted(rows, 'строка', 'строки', 'строк');

/** School by school: what goes where, what stands there already, what differs. */
export function Decisions({ found, work, nameOf, onDecide }: Props) {
  const { put, same, differences, notDue } = found;
  const forms = [...new Map(notDue.map(({ key, form }) => [key, form]))];
  const disabled = work.busy !== null;
  return (
    <>
      {put.length > 0 && (
        <section aria-labelledby="to-put">
          <h2 id="to-put">Внесётся</h2>
          <BySchool forms={put} nameOf={nameOf} />
        </section>
      )}
      {same.length > 0 && (
        <section aria-labelledby="same">
          <h2 id="same">Совпадает с данными школы</h2>
          <BySchool forms={same} nameOf={nameOf} />
        </section>
      )}
      {differences.length > 0 && (
        <section aria-labelledby="differs">
          <h2 id="differs">Отличается от данных школы</h2>
          <p class="note">
            Числа школы останутся, если не отметить «Взять из файла». Что стояло, запишется в «Журнал».
          </p>
          <ul class="differences">
            {differences.map((difference) => (
              <Difference
                key={difference.id}
                difference={difference}
                name={nameOf(difference.school)}
                taken={work.replace.includes(difference.id)}
                disabled={disabled}
                onTake={(yes) => onDecide('replace', difference.id, yes)}
              />
            ))}
          </ul>
        </section>
      )}
      {forms.length > 0 && (
        <section aria-labelledby="not-due">
          <h2 id="not-due">В этом периоде не спрашивается</h2>
          {forms.map(([key, form]) => (
            <label class="check" key={key}>
              <input
                type="checkbox"
                checked={work.open.includes(key)}
                disabled={disabled}
                onChange={(event) => onDecide('open', key, event.currentTarget.checked)}
              />
              <span>
                Открыть форму «{form}» и внести{' '}
                {rowsOf(notDue.filter((at) => at.key === key).reduce((all, { rows }) => all + rows, 0))}
              </span>
            </label>
          ))}
        </section>
      )}
    </>
  );
}

/** A line a school. */
export function BySchool({ forms, nameOf }: { forms: readonly ImportedForm[]; nameOf(school: string): string }) {
  const schools = [...new Set(forms.map(({ school }) => school))];
  return (
    <dl class="by-school">
      {schools.map((school) => (
        <div key={school}>
          <dt>{nameOf(school)}</dt>
          {forms
            .filter((at) => at.school === school)
            .map(({ form, rows }) => (
              <dd key={form}>
                «{form}» – {rowsOf(rows)}
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}

interface DifferenceProps {
  difference: ImportDifference;
  name: string;
  taken: boolean;
  disabled: boolean;
  onTake(yes: boolean): void;
}

function Difference({ difference, name, taken, disabled, onTake }: DifferenceProps) {
  const { form, row, name: of, fields } = difference;
  return (
    <li>
      <h3>{name}</h3>
      <p>
        «{form}», строка {row}: {of}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Графа</th>
            <th scope="col">У школы</th>
            <th scope="col">В файле</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, title, standing, given }) => (
            <tr key={field}>
              <th scope="row">{title}</th>
              <td>{standing}</td>
              <td>{given}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input
          type="checkbox"
          checked={taken}
          disabled={disabled}
          onChange={(event) => onTake(event.currentTarget.checked)}
        />
        <span>
          Взять из файла
          <span class="unseen">
            : {name}, {of}
          </span>
        </span>
      </label>
    </li>
  );
}
