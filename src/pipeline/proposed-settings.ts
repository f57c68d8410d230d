import {
  type Cell,
  type Grid,
  isBlank,
  type Patch,
  type Programme,
  type ProposedSetting,
  trimmedNumber,
} from '../model';
import { settingPlaces, settingsTab } from '../workbook';

/**
 * Values that the programme proposes and the district has not taken: only where «Настройки» still says what it began with,
 * and of two settings that belong together only both.
 */
export function openProposals({ settings }: Pick<Programme, 'settings'>, grid: Grid): Proposal[] {
  const placesOf = new Map(settings.map(({ key }) => [key, settingPlaces({ settings }, grid, key)] as const));
  const own = new Set(
    settings.flatMap(({ key, value }) => (standing(grid, placesOf.get(key)![0]) === value ? [] : [key])),
  );
  const pairOf = (key: string): string | undefined =>
    settings.find((item) => item.key === key)?.below ?? settings.find(({ below }) => below === key)?.key;
  return settings.flatMap(({ key, title, value, proposed }): Proposal[] => {
    if (proposed === undefined || proposed === value) return [];
    if (own.has(key) || own.has(pairOf(key) ?? '')) return [];
    return [{ key, title, value: proposed, places: placesOf.get(key)! }];
  });
}

interface Proposal {
  readonly key: string;
  readonly title: string;
  readonly value: number;
  readonly places: readonly Place[];
}

type Place = ReturnType<typeof settingPlaces>[number];

/** As the panel shows them. */
export const proposalsShown = (programme: Pick<Programme, 'settings'>, grid: Grid): ProposedSetting[] =>
  openProposals(programme, grid).map(({ key, title, value }) => ({ key, title, value: trimmedNumber(value) }));

/** They are taken with a note that says whose they are. */
export const proposalPatches = (programme: Pick<Programme, 'settings'>, grid: Grid, note: string): Patch[] =>
  openProposals(programme, grid).flatMap(({ places, value }) =>
    places.flatMap(({ row, column }): Patch[] => [
      { kind: 'values', tab: settingsTab.key, row, column, values: [[value]] },
      { kind: 'notes', tab: settingsTab.key, row, column, notes: [[note]] },
    ]),
  );

function standing(grid: Grid, place: Place | undefined): Cell | undefined {
  const cell = place && grid[place.row - 1]?.[place.column - 1];
  return cell === null || cell === undefined || isBlank(cell) ? undefined : cell;
}
