interface Props {
  outcome: { readonly title: string; readonly lines: readonly string[] };
}

/** What came of long work. */
export const OutcomeCard = ({ outcome: { title, lines } }: Props) => (
  <div class="done">
    <h2>{title}</h2>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
);
