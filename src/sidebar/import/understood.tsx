import { counted, REFUSED, SKIPPED } from '../../import';
import type { ImportPlace, RefusalReason, SkipReason } from '../../model/imported';
import type { ReadFile } from './read-files';

/** What kind of file it is, or why it is none of those that are understood. */
export function Understood({ file: { name, reading, problem } }: { file: ReadFile }) {
  const words = reading?.kind ? reading.title : problem || (reading?.remarks ?? []).join('; ');
  const wrong = !reading?.kind;
  return (
    <section class={wrong ? 'understood wrong' : 'understood'} aria-label={name}>
      <h2>{name}</h2>
      <p>
        {wrong ? `${capital(words)}.` : `${words} – ${counted(reading.records.length, 'строка', 'строки', 'строк')}`}
      </p>
      {!wrong && reading.remarks.map((remark) => <p key={remark}>{capital(remark)}.</p>)}
      {reading?.incomplete && (
        <p class="warn">
          Из этого файла не внесётся ничего, пока не узнаны все школы и не прочитаны все строки: итог был бы неполон.
        </p>
      )}
      {reading && reading.skipped.length > 0 && <p class="note">Пропущено: {skippedWords(reading.skipped)}.</p>}
    </section>
  );
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const skippedWords = (skipped: readonly { readonly reason: SkipReason }[]): string =>
  (Object.keys(SKIPPED) as SkipReason[])
    .map((reason) => ({ reason, count: skipped.filter((line) => line.reason === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => `${SKIPPED[reason]} – ${count}`)
    .join(', ');

/** Why a school is asked for in the panel itself. */
const ASKED: readonly RefusalReason[] = ['unknown_school', 'ambiguous_school'];
const ABOVE = 'школа не узнана – выберите её выше';

interface LeftOutProps {
  files: readonly ReadFile[];
  /** What the workbook does not take. */
  refused: readonly string[];
}

/** Every line that will not be written, and why. */
export function LeftOut({ files, refused }: LeftOutProps) {
  const lines = files.flatMap(({ name, reading }) =>
    (reading?.refused ?? []).map((line) => ({
      key: `${name} ${placeOf(line)} ${line.text} ${line.reason}`,
      place: placeOf(line),
      text: line.text,
      words: ASKED.includes(line.reason) && reading!.strangers.length > 0 ? ABOVE : REFUSED[line.reason],
    })),
  );
  const count = lines.length + refused.length;
  if (count === 0) return null;
  return (
    <details class="left" open={count <= 6}>
      <summary>Не внесётся: {count}</summary>
      <ul>
        {lines.map(({ key, place, text, words }) => (
          <li key={key}>
            {place !== '' && <span class="place">{place}</span>}
            <b>{text}</b>: {words}.
          </li>
        ))}
        {refused.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

const placeOf = ({ sheet, row }: ImportPlace): string =>
  [sheet && `лист «${sheet}»`, row && `строка ${row}`].filter(Boolean).join(', ');
