import type { Heartbeat } from '../pipeline/heartbeat';

const PROPERTY = 'night';

/** Google may give none to a run of the clock that has no workbook. */
const properties = () => PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties | null;

export function heartbeat(): Heartbeat {
  const stored = properties()?.getProperty(PROPERTY);
  return stored ? (JSON.parse(stored) as Heartbeat) : {};
}

export const beat = (changes: Heartbeat, found = heartbeat()): void => {
  properties()?.setProperty(PROPERTY, JSON.stringify({ ...found, ...changes }));
};
