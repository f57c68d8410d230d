import type { SettingValues } from '../model';
import type { Snapshot } from './periods-tab';

/** How version 0.1.0 kept the weights and anchors that it computed with; by indicator key. */
interface Kept {
  readonly weights: Readonly<Record<string, number>>;
  readonly anchors: Readonly<Record<string, readonly [number, number]>>;
}

/** The settings that a closed period was computed with. */
export function settingsAtClosing({ settings, derived }: Snapshot & { readonly derived?: Kept }): SettingValues {
  if (!derived) return settings;
  const values: Record<string, string | number> = { ...settings };
  for (const [key, weight] of Object.entries(derived.weights)) values[`weight:${key}`] = weight;
  for (const [key, [low, high]] of Object.entries(derived.anchors)) {
    values[`low:${key}`] = low;
    values[`high:${key}`] = high;
  }
  return values;
}
