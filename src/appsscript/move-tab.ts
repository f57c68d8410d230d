import { shortName } from '../model';
import { besidePatch, boxPatches, headPatch, isSubmitted, movedBy, type Wanted } from '../pipeline';
import { lockAccepted, unlockAccepted } from './accepted-lock';
import { applyPatch, Refusal } from './book';
import { record } from './run';
import { openSchool, type SchoolSheet } from './school-sheet';

/** A coordinator's move: lock, head and remarks, the line in the journal without which it is not believed. */
export function moveTab(key: string, wanted: (tab: SchoolSheet) => Wanted): string {
  const tab = openSchool(key);
  const { book, school, sheet, checked, settings, at } = tab;
  const asked = wanted(tab);
  const moved = movedBy(checked, asked, at);
  if ('refused' in moved) throw new Refusal(`${shortName(school.name)}: ${moved.refused}`);
  const { status, locks, words } = moved;
  if (locks) lockAccepted(book, sheet);
  const patches = [
    besidePatch(checked, {}, status),
    headPatch(checked, status),
    ...boxPatches(checked.tab, { check: true, submit: isSubmitted(status) }),
  ];
  for (const patch of patches) if (patch) applyPatch(sheet, patch);
  const { state, by, comment, handedIn } = status;
  const said = [...(comment ? [comment] : []), ...(asked.notes ?? []).map((note) => note.words)];
  record(book, {
    ...{ who: 'координатор', what: words, stamp: '' },
    details: [school.name, ...said].join('. '),
    data: {
      move: {
        ...{ school: key, period: settings.period, state, at, by },
        ...(comment ? { comment } : {}),
        ...(handedIn ? { handedIn } : {}),
      },
    },
  });
  if (!locks) unlockAccepted(sheet);
  return `${words}: ${shortName(school.name)}.`;
}
