import {
  type Cell,
  type Grid,
  isBlank,
  type Patch,
  type Programme,
  type ProposedSetting,
  trimmedNumber,
} from '../model';
import { settingPlace, settingsTab } from '../workbook';

/**
 * Values that the programme proposes and the district has not taken: only where «Настройки» still says what it began with,
 * and of two settings that belong together only both.
 */
export function openProposals({ settings }: Pick<Programme, 'settings'>, grid: Grid): Proposal[] {
  const own = new Set(settings.filter(({ key, value }) => standing(grid, key) !== value).map(({ key }) => key));
  const pairOf = (key: string): string | undefined =>
    settings.find((item) => item.key === key)?.below ?? settings.find(({ below }) => below === key)?.key;
  return settings.flatMap(({ key, title, value, proposed }): Proposal[] => {
    const place = settingPlace(grid, key);
    if (proposed === undefined || proposed === value || !place) return [];
    if (own.has(key) || own.has(pairOf(key) ?? '')) return [];
    return [{ key, title, value: proposed, ...place }];
  });
}

interface Proposal {
  readonly key: string;
  readonly title: string;
  readonly value: number;
  readonly row: number;
  readonly column: number;
}

/** As the panel shows them. */
export const proposalsShown = (programme: Pick<Programme, 'settings'>, grid: Grid): ProposedSetting[] =>
  openProposals(programme, grid).map(({ key, title, value }) => ({ key, title, value: trimmedNumber(value) }));

/** They are taken with a note that says whose they are. */
export const proposalPatches = (programme: Pick<Programme, 'settings'>, grid: Grid, note: string): Patch[] =>
  openProposals(programme, grid).flatMap(({ row, column, value }): Patch[] => [
    { kind: 'values', tab: settingsTab.key, row, column, values: [[value]] },
    { kind: 'notes', tab: settingsTab.key, row, column, notes: [[note]] },
  ]);

function standing(grid: Grid, key: string): Cell | undefined {
  const place = settingPlace(grid, key);
  const cell = place && grid[place.row - 1]?.[place.column - 1];
  return cell === null || cell === undefined || isBlank(cell) ? undefined : cell;
}
