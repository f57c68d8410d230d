import { counted } from '../../import';
import type { ImportPanel } from '../../model/import-panel';
import type { PanelProps } from '../start-panel';
import { TroubleCard } from '../trouble-card';
import { Choose } from './choose';
import { Columns } from './columns';
import { Decisions } from './decisions';
import { Done } from './done';
import { areWhole, Doubtful } from './doubtful';
import { goingOf, strangersOf } from './read-files';
import { Strangers } from './strangers';
import { unknownSubjects } from './subjects';
import { LeftOut, Understood } from './understood';
import { UnknownSubjects } from './unknown-subjects';
import { useImport, type Work } from './use-import';

/** A file of other systems into the schools' forms: chosen, understood, asked about, written. */
export function Import({ contents, api }: PanelProps<ImportPanel>) {
  const { work, choose, say, saySubject, assume, teach, decide, put, again, startAnew } = useImport(api, contents);
  const { files, busy, found, done, trouble } = work;
  const nameOf = (school: string): string => contents.schools.find(({ key }) => key === school)?.name ?? school;
  const rows = rowsToPut(work);
  if (done)
    return (
      <main>
        <h1 class="unseen">{document.title}</h1>
        <Done done={done} nameOf={nameOf} onOpen={(school) => api.act('openTab', school)} onMore={startAnew} />
      </main>
    );
  return (
    <main>
      <h1 class="unseen">{document.title}</h1>
      <Choose
        period={contents.period}
        began={files.length > 0}
        lost={files.length > 0 && files.every(({ reading }) => !reading?.kind)}
        disabled={busy === 'putting'}
        onChoose={choose}
      />
      <p role="status" class="summary">
        {statusOf(work)}
      </p>
      {files.map((file) => (
        <Understood key={file.name} file={file} />
      ))}
      <Columns
        captions={[...new Set(files.flatMap(({ captions }) => captions))]}
        taught={work.taught}
        disabled={busy !== null}
        onTeach={teach}
      />
      <Strangers
        strangers={strangersOf(files)}
        said={work.said}
        schools={contents.schools}
        disabled={busy !== null}
        onSay={say}
      />
      <UnknownSubjects
        subjects={unknownSubjects(goingOf(files), contents)}
        said={work.subjects}
        contents={contents}
        disabled={busy !== null}
        onSay={saySubject}
      />
      {((found?.undated ?? 0) > 0 || work.assumesOpen) && (
        <section aria-labelledby="undated">
          <h2 id="undated">Период в файле не указан</h2>
          <label class="check">
            <input
              type="checkbox"
              checked={work.assumesOpen}
              disabled={busy !== null}
              onChange={(event) => assume(event.currentTarget.checked)}
            />
            <span>Это данные за {contents.period}</span>
          </label>
        </section>
      )}
      <Doubtful
        files={files}
        whole={work.whole}
        disabled={busy !== null}
        onDecide={(file, yes) => decide('whole', file, yes)}
      />
      {found && <Decisions found={found} work={work} nameOf={nameOf} onDecide={decide} />}
      <LeftOut files={files} refused={found?.refused ?? []} />
      {trouble && <TroubleCard trouble={trouble} onRetry={again} />}
      {found && !trouble && (
        <div class="put">
          <button
            type="button"
            class="primary"
            disabled={busy !== null || rows === 0 || !areWhole(files, work.whole)}
            onClick={put}
          >
            {rows === 0 ? 'Вносить нечего' : `Внести ${counted(rows, 'строку', 'строки', 'строк')}`}
          </button>
        </div>
      )}
    </main>
  );
}

/** Rows that «Внести» would write. */
export function rowsToPut({ found, replace, open }: Work): number {
  if (!found) return 0;
  const opened = found.notDue.filter(({ key }) => open.includes(key));
  return [...found.put, ...opened].reduce((all, { rows }) => all + rows, 0) + replace.length;
}

function statusOf({ files, busy, found, trouble }: Work): string {
  if (busy === 'reading') return 'Файл читается…';
  if (busy === 'putting') return 'Вносится, не закрывайте окно…';
  if (files.length === 0) return '';
  const understood = files.reduce((all, { reading }) => all + (reading?.records.length ?? 0), 0);
  const refused = files.reduce((all, { reading }) => all + (reading?.refused.length ?? 0), 0);
  const words = `Понято ${counted(understood, 'строка', 'строки', 'строк')}, не понято ${refused}.`;
  if (busy === 'comparing') return `${words} Сверяется с вкладками школ…`;
  if (trouble) return `${words} Сверить с вкладками не удалось.`;
  if (found) return words;
  return strangersOf(files).length > 0 || understood > 0 ? `${words} Ответьте ниже.` : `${words} Вносить нечего.`;
}
