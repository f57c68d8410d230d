import { type Action, Cut, type Desk } from '../desk';
import { OPEN } from '../invented';
import { CONSOLIDATE, REPORT } from '../scenes';
import type { Case, Mishap } from './mishap';
import type { Stage } from './stage';

const BY_NAME: Action = { by: 'client', name: 'buildReport', args: ['district', OPEN, 'служебная'] };
const MINUTE = 60_000;

/** What Google may do: how late revisions are told of, and when `modifiedTime` has moved by itself, in seconds. */
const SIDES = [
  { revisionsLate: 0, modifiedMoves: 0 },
  { revisionsLate: 3, modifiedMoves: 25 },
  { revisionsLate: 40, modifiedMoves: 25 },
] as const;

interface Plan {
  /** The first build dies before or after this call; 0: it does not. */
  readonly call: number;
  readonly phase: 'before' | 'after';
  /** Built once before, so that the run that dies writes over a document. */
  readonly twice: boolean;
  /** Minutes until a person edits what is there; null: nobody does. */
  readonly edit: number | null;
  readonly side: (typeof SIDES)[number];
  readonly again: Action;
}

function dying(desk: Desk, { call, phase }: Plan): void {
  desk.runtime.calls.reset();
  desk.onCall = (told) => {
    if (told.index === call && told.phase === phase) throw new Cut('a report that dies');
  };
  desk.act(BY_NAME);
  desk.onCall = undefined;
}

const copies = ({ runtime }: Desk): string[] => {
  const standing = runtime.files
    .filter(({ trashed }) => !trashed)
    .map(({ appProperties }) => appProperties.report ?? '');
  return standing.length > 1 ? ['two documents though nobody has edited'] : [];
};

const played = (plan: Plan): Case => ({
  name: `${plan.twice ? 'renewed' : 'created'}, dies ${plan.phase} call ${plan.call}, edited ${
    plan.edit === null ? 'by nobody' : `after ${plan.edit} min`
  }, ${JSON.stringify(plan.side)}, ${plan.again.by}`,
  play: ({ desks, world }) => {
    const desk = desks.with(world);
    const { runtime } = desk;
    Object.assign(runtime.uncertain, plan.side);
    if (plan.twice) {
      desk.act(BY_NAME);
      desk.wait(60);
      desk.finish(CONSOLIDATE);
    }
    dying(desk, plan);
    const edited = new Map<string, string>();
    if (plan.edit !== null) {
      runtime.advance(plan.edit * MINUTE);
      for (const { id, bytes } of runtime.files) {
        edited.set(id, `by hand ${id}`);
        runtime.editDocument(id, Buffer.from(`by hand ${id} ${bytes.length}`));
      }
    }
    desk.wait(plan.edit === 0.2 ? 1 : 30);
    if (!plan.twice) desk.finish(CONSOLIDATE);
    const ending = desk.finish(plan.again);
    const gone = runtime.files.filter(({ id, bytes }) => edited.has(id) && !bytes.toString().startsWith('by hand'));
    const wrong = gone.map(() => 'what a person wrote is overwritten');
    if (plan.edit !== null) return wrong;
    return [...copies(desk), ...(ending.title === 'Не выполнено' ? [`no report: ${ending.words.slice(0, 160)}`] : [])];
  },
});

/** A report that dies on its way, and a person who edits what it has left. */
export const editedReports: Mishap = {
  title: 'dead reports edited',
  never: 'overwritten or doubled',
  cases: (stage) =>
    [false, true].flatMap((twice) => {
      const calls = Array.from({ length: callsOf(stage) }, (_, index) => index + 1);
      return [0, ...calls].flatMap((call) =>
        [null, 0.2, 1, 10, 120].flatMap((edit, nth) => {
          const side = SIDES[(call + nth) % SIDES.length]!;
          const again = (call + nth) % 2 === 0 ? BY_NAME : REPORT;
          return played({ call, phase: 'after', twice, edit, side, again });
        }),
      );
    }),
};

/** How many calls a report takes, about. */
function callsOf({ desks, world }: Stage): number {
  const desk = desks.with(world);
  desk.runtime.calls.reset();
  desk.act(BY_NAME);
  return desk.runtime.calls.service;
}
