import { HEAD_PROTECTION, isWideHead, schoolOf } from '../../workbook';
import type { ProtectionState } from '../google/book';
import type { Runtime } from '../runtime';
import { documentProperties } from './kept-world';

/** A lock of its own, or the head's protection widened over the tab. */
export const isClosingLock = ({ description, area }: ProtectionState): boolean =>
  description.startsWith('Период закрывается') || (description === HEAD_PROTECTION && isWideHead(area?.columns ?? 0));

/** What a run may leave behind only while it is under way. */
export function leftoversIn(runtime: Runtime): string[] {
  const { sheets } = runtime.book;
  const closing = sheets.filter(({ protections }) => protections.some(isClosingLock));
  const properties = documentProperties(runtime).getProperties();
  const unfinished = Object.entries(properties).filter(
    ([key, value]) => key === 'underway' || key === 'reading' || /"writing"/.test(value),
  );
  return [
    ...sheets.filter(({ name }) => name.startsWith('⏳')).map(({ name }) => `unfinished tab «${name}»`),
    ...closing.map(({ name }) => `still closed to the school: «${name}»`),
    ...unfinished.map(([key]) => `unfinished work remembered: ${key}`),
    ...repeated(sheets.map(({ cells }) => schoolOf(cells[0]?.[0]?.value ?? '')).filter((key) => key !== '')).map(
      (key) => `two tabs of ${key}`,
    ),
    ...repeated(runtime.files.map(({ appProperties, name }) => appProperties.report ?? name)).map(
      (key) => `two documents ${key}`,
    ),
    ...repeated(runtime.triggers.map(({ handler }) => handler)).map((handler) => `two triggers ${handler}`),
  ];
}

const repeated = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((key, index) => keys.indexOf(key) !== index)),
];
