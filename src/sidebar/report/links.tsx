import type { ReportLink } from '../../model/report-panel';

/** Documents to open in a tab of their own. */
export function Links({ links }: { links: readonly ReportLink[] }) {
  return (
    <ul class="links">
      {links.map(({ title, url }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
