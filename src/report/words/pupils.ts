import { formatNumber, NBSP } from '../../model';

/** In the genitive: «из 301 обучающегося», «задолженности 27 обучающихся». */
export const ofPupils = (n: number): string =>
  `${formatNumber(n)}${NBSP}${endsInOne(n) ? 'обучающегося' : 'обучающихся'}`;

/** «1 обучающийся», «3 обучающихся». */
export const pupils = (n: number): string => `${formatNumber(n)}${NBSP}${endsInOne(n) ? 'обучающийся' : 'обучающихся'}`;

/** 1, 21, 301, but not 11 and 111. */
export const endsInOne = (n: number): boolean => n % 10 === 1 && n % 100 !== 11;

/** The verb's number: «успевает 21 из 30», «успевают 22 из 30». */
export const agreed = (k: number, [one, many]: readonly [one: string, many: string]): string =>
  endsInOne(k) ? one : many;
