import { isOwn, type Share, WHOLE } from '../share';
import { closedData } from './closed-data';
import { editedReports } from './edited-reports';
import { handedIn } from './handed-in';
import type { Mishap } from './mishap';
import { periodSlips } from './period-slips';
import { registerSlips } from './register-slips';
import { spellings } from './spellings';
import { setStage } from './stage';
import { tidiedTabs } from './tidied-tabs';
import { twoCoordinators } from './two-coordinators';

export const MISHAPS: readonly Mishap[] = [
  periodSlips,
  tidiedTabs,
  registerSlips,
  spellings,
  handedIn,
  closedData,
  editedReports,
  twoCoordinators,
];

export interface MishapsOptions {
  /** Folder of the built add-on. */
  readonly dist: string;
  /** About how many cases of each kind; by default all. */
  readonly sample?: number;
  /** Which kinds by their titles; all by default. */
  readonly only?: (title: string) => boolean;
  readonly share?: Share;
}

export interface MishapsResult {
  /** By title of the mishap: how many cases were played, and how many ended as they never may. */
  readonly played: Readonly<Record<string, { readonly tried: number; readonly wrong: number; readonly never: string }>>;
  readonly failures: readonly string[];
}

/** `count` of a list, spread evenly. */
const spread = <T>(list: readonly T[], count = list.length): T[] =>
  list.filter(
    (_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length),
  );

/** Plays what people do and what comes of it. */
export function runMishaps({ dist, sample, only, share = WHOLE }: MishapsOptions): MishapsResult {
  const stage = setStage(dist);
  const failures: string[] = [];
  const played: Record<string, { tried: number; wrong: number; never: string }> = {};
  for (const { title, never, cases } of MISHAPS.filter((mishap) => only?.(mishap.title) ?? true)) {
    const counts = { tried: 0, wrong: 0, never };
    played[title] = counts;
    spread(cases(stage), sample).forEach(({ name, play }, index) => {
      if (!isOwn(index, share)) return;
      const wrong = play(stage);
      if (!wrong) return;
      counts.tried += 1;
      if (wrong.length === 0) return;
      counts.wrong += 1;
      failures.push(`${title}: ${name} – ${wrong.slice(0, 3).join(' | ')}`);
      share.tell?.(failures.at(-1)!);
    });
    share.tell?.(`${title}: ${counts.tried} cases`);
  }
  return { played, failures };
}
