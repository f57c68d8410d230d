import type { CellPlace, Explanation, LeftOutRow } from '../../model/explain-panel';

interface Props {
  explanation: Explanation;
  onShow(place: CellPlace): void;
}

/** More rows than these are folded: each still tells its numbers. */
const OPEN_UP_TO = 4;

/** The rows that schools typed, each with the numbers that count and a way to the cell. */
export function Rows({ explanation: { rows, moreRows }, onShow }: Props) {
  if (rows.length === 0) return null;
  return (
    <section aria-label="Строки школы">
      <h3>Строки школы: {rows.length + moreRows}</h3>
      <p class="note">По порядку: {rows[0]!.cells.map(({ title }) => title).join(', ')}</p>
      <ul class="rows">
        {rows.map(({ title, place, cells }) => (
          <li key={place.row}>
            <details open={rows.length <= OPEN_UP_TO}>
              <summary>
                <b>{title}</b>: {cells.map(({ value }) => value.split(' ')[0]).join(', ')}
              </summary>
              <ul class="cells">
                {cells.map((cell) => (
                  <li key={cell.place.field}>
                    <span>{cell.title}</span>
                    <b>{cell.value}</b>
                    <button type="button" onClick={() => onShow(cell.place)}>
                      Показать
                      <span class="unseen">
                        {' '}
                        ячейку: {title}, {cell.title}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {moreRows > 0 && <p class="note">Ещё строк: {moreRows}. Откройте показатель по предмету или классу выше.</p>}
    </section>
  );
}

export function LeftOut({ rows, onShow }: { rows: readonly LeftOutRow[]; onShow(place: CellPlace): void }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label="Не учтены">
      <h3>Не учтены строки: {rows.length}</h3>
      <ul class="rows">
        {rows.map(({ title, why, place }) => (
          <li key={place.row}>
            <p>
              <b>{title}</b>
            </p>
            <p class="wrong">{why}</p>
            <button type="button" onClick={() => onShow(place)}>
              Показать<span class="unseen"> строку: {title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
