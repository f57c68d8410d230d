import { useState } from 'preact/hooks';
import type { ReportContents, ReportKindEntry, ReportPanel } from '../../model/report-panel';
import { Choice, titled } from '../choice';
import type { PanelProps } from '../start-panel';
import { Drafts } from './drafts';
import { Links } from './links';
import { Progress } from './progress';
import { type Piece, useBuilding } from './use-building';

const ALL = '';

/** Which report, of which period, about whom; then its documents one by one. */
export function Report({ contents, api }: PanelProps<ReportPanel>) {
  const [kindKey, setKind] = useState(contents.kinds[0]!.key);
  const [periodKey, setPeriod] = useState(contents.periods[0]!.key);
  const [edition, setEdition] = useState<string>('служебная');
  const [subject, setSubject] = useState(ALL);
  const { building, start, goOn, skip } = useBuilding(api);
  const kind = contents.kinds.find(({ key }) => key === kindKey)!;
  const period = contents.periods.find(({ key }) => key === periodKey)!;
  const underway = building !== null && building.stop === null && building.next < building.pieces.length;
  return (
    <main>
      <h1 class="unseen">{document.title}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start(piecesOf(kind, period.key, edition, subject));
        }}
      >
        <fieldset disabled={underway}>
          <Choice id="kind" title="Вид отчёта" value={kindKey} onChoice={setKind} options={titled(contents.kinds)} />
          <Choice
            id="period"
            title="Период"
            value={periodKey}
            onChoice={setPeriod}
            options={titled(contents.periods)}
          />
          {kind.subjects.length > 0 && (
            <Choice
              id="subject"
              title="О какой школе"
              value={subject}
              onChoice={setSubject}
              options={[
                [ALL, kind.whole ? 'Весь район' : `Все школы (${kind.subjects.length})`],
                ...titled(kind.subjects),
              ]}
            />
          )}
          {kind.editions.length > 1 && (
            <Choice
              id="edition"
              title="Для кого"
              value={edition}
              onChoice={setEdition}
              options={kind.editions.map((item) => [item, EDITIONS[item]])}
            />
          )}
          {period.missing.length > 0 && (
            <ul class="warn" aria-label="Что будет неполным">
              {period.missing.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
          <button type="submit" class="primary">
            Построить
          </button>
        </fieldset>
      </form>
      {building && <Progress building={building} onGoOn={goOn} onSkip={skip} />}
      <Documents period={period} />
      <Drafts key={period.key} period={period} api={api} />
    </main>
  );
}

const EDITIONS = { служебная: 'Для отдела образования', публичная: 'Для сайта: малые числа скрыты' } as const;

function piecesOf(
  { key: kind, title, subjects, editions, whole }: ReportKindEntry,
  period: string,
  edition: string,
  subject: string,
): Piece[] {
  const request = { kind, period, edition: editions.length > 1 ? edition : editions[0]!, subject: null };
  if (subjects.length === 0 || (whole && subject === ALL)) return [{ request, title }];
  return subjects
    .filter(({ key }) => subject === ALL || key === subject)
    .map((about) => ({ request: { ...request, subject: about.key }, title: about.title }));
}

/** Documents that are there of the period. */
function Documents({ period }: { period: ReportContents['periods'][number] }) {
  if (period.documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">Документы за {period.title}</h2>
      <Links links={period.documents} />
    </section>
  );
}
