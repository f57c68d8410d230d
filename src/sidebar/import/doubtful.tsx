import type { ReadFile } from './read-files';

interface Props {
  files: readonly ReadFile[];
  whole: readonly string[];
  disabled: boolean;
  onDecide(file: string, yes: boolean): void;
}

/** Files that may have lost lines on the way: nothing is written before a person has said that they are whole. */
export function Doubtful({ files, whole, disabled, onDecide }: Props) {
  const doubtful = files.filter(isDoubtful);
  if (doubtful.length === 0) return null;
  return (
    <section aria-labelledby="doubtful">
      <h2 id="doubtful">Файл может быть неполным</h2>
      <p class="note">Скачайте его заново и выберите снова. Если больше строк и не должно быть, отметьте это.</p>
      {doubtful.map(({ name, reading }) => (
        <div key={name}>
          <ul>
            {reading!.doubts.map(({ words }) => (
              <li key={words} class="warn">
                {name}: {words}.
              </li>
            ))}
          </ul>
          <label class="check">
            <input
              type="checkbox"
              checked={whole.includes(name)}
              disabled={disabled}
              onChange={(event) => onDecide(name, event.currentTarget.checked)}
            />
            <span>Файл «{name}» полон, внести его числа</span>
          </label>
        </div>
      ))}
    </section>
  );
}

const isDoubtful = ({ reading }: ReadFile): boolean =>
  reading !== null && reading.records.length > 0 && reading.doubts.length > 0;

/** Whether every file is whole, or said to be. */
export const areWhole = (files: readonly ReadFile[], whole: readonly string[]): boolean =>
  files.every((file) => !isDoubtful(file) || whole.includes(file.name));
