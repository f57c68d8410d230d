import type { Outcome } from './run';
export interface BuiltReport {
  readonly title: string;
}
export const buildDistrict = (): Outcome => ({ title: '', lines: [] });
export const buildReport = (kind: string, period: string, edition: string): BuiltReport => ({
  title: kind + period + edition,
});
