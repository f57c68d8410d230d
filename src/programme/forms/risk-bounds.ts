import type { RiskBound, RiskLevel } from '../../model';
import { HIGH, RISK_FACTORS } from './risk-factors';

/** Keys of the forms whose figures decide. */
export const DECIDING_FORMS = ['materialBase', 'staff', 'context', 'pupils', 'marks'];

const bound = (indicator: string, worse: RiskBound['worse'], middle: number, high: number): RiskBound => ({
  ...{ indicator, worse, middle, high },
});

const [EQUIPMENT, STAFF, COMPETENCE, , , DISABILITIES, LANGUAGE, , , FAILING] = RISK_FACTORS;

/** Where data decide how significant a factor is; the bounds are the authors' proposal, no source's. */
export const RISK_BOUNDS: Readonly<Record<string, readonly RiskBound[]>> = {
  [EQUIPMENT]: [bound('renewal-rate', 'below', 15, 5)],
  [STAFF]: [bound('staffing-rate', 'below', 95, 85)],
  [COMPETENCE]: [bound('trained-rate', 'below', 90, 70), bound('category-rate', 'below', 50, 25)],
  [DISABILITIES]: [bound('disabilities-rate', 'above', 8, 15)],
  [LANGUAGE]: [bound('non-native-russian-rate', 'above', 5, 15)],
  [FAILING]: [bound('pupil-pass-rate', 'below', 95, 90), bound('fail-rate', 'above', 5, 10)],
};

/** In which words a school says so. */
export const RISK_WORDS: Readonly<Record<RiskLevel, readonly string[]>> = {
  high: [HIGH],
  middle: ['средняя'],
  low: ['низкая', 'не выявлена'],
};
