interface Props {
  id: string;
  title: string;
  value: string;
  options: readonly Option[];
  disabled?: boolean;
  onChoice(value: string): void;
}

/** What is chosen, and the words for it; a word that says all itself stands alone. */
type Option = string | readonly [value: string, words: string];

/** One of a list, with its title above. */
export function Choice({ id, title, value, options, disabled = false, onChoice }: Props) {
  return (
    <p class="choice">
      <label for={id}>{title}</label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => onChoice(event.currentTarget.value)}>
        {options.map((option) => {
          const [key, words] = typeof option === 'string' ? [option, option] : option;
          return (
            <option key={key} value={key}>
              {words}
            </option>
          );
        })}
      </select>
    </p>
  );
}

/** What can be chosen of a list of things that have titles. */
export const titled = (items: readonly { readonly key: string; readonly title: string }[]): [string, string][] =>
  items.map(({ key, title }) => [key, title]);
