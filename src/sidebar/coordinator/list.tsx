/** Lines under a title; nothing where there are none. */
export const List = ({ title, items, wrong = false }: { title: string; items: readonly string[]; wrong?: boolean }) =>
  items.length === 0 ? null : (
    <section>
      <h2 class={wrong ? 'wrong' : ''}>{title}</h2>
      <ul class={items.length > 1 ? 'points' : ''}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
