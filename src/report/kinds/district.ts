import { yearAndQuarter } from '../../model';
import type { Part, ReportKind } from '../kind';
import { basis } from '../parts/basis';
import { beyondLessons, coverageBySchool } from '../parts/beyond-lessons';
import { brief, briefForAll } from '../parts/brief';
import { bySchool } from '../parts/by-school';
import { collection } from '../parts/collection';
import { conditions } from '../parts/conditions';
import { corrections } from '../parts/corrections';
import { gapOverYears } from '../parts/final-results';
import { learning, learningForAll } from '../parts/learning';
import { marks } from '../parts/marks';
import { notPublished } from '../parts/not-published';
import { objectivity } from '../parts/objectivity';
import { progress } from '../parts/progress';
import { resultsBySchool } from '../parts/pupil-results';
import { recommendations } from '../parts/recommendations';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { socialContext } from '../parts/social-context';
import { targets, trends } from '../parts/targets';
import { isPublic, type ReportData } from '../report-data';

/** «Аналитическая справка» of the district for one period: first what is to be decided, in the appendix how it is known. */
export const district: ReportKind = {
  key: 'district',
  title: 'Аналитическая справка',
  editions: ['служебная', 'публичная'],
  subjects: () => [null],
  parts: (data) => (isPublic(data) ? OPEN : partsOf(data)),
};

/** A quarter that ends neither a half-year nor a year is told of in few pages. */
const isBetween = ({ period }: ReportData): boolean => yearAndQuarter(period).quarter % 2 === 1;

/** In summer there are no results by pupil, school by school. */
const SUMMER = 3;

const partsOf = (data: ReportData): readonly Part[] => {
  if (!isBetween(data)) return FULL;
  return yearAndQuarter(data.period).quarter === SUMMER ? BETWEEN.filter((part) => part !== bySchool) : BETWEEN;
};

const FULL: readonly Part[] = [
  requisites,
  brief,
  bySchool,
  targets,
  learning,
  conditions,
  beyondLessons,
  progress,
  recommendations,
  signature,
  collection,
  trends,
  gapOverYears,
  coverageBySchool,
  marks,
  socialContext,
  objectivity,
  corrections,
  basis,
];

/** What a quarter adds to the last half-year stands in front, the rest in the appendix. */
const BEHIND: readonly Part[] = [targets, conditions, beyondLessons];
const BETWEEN: readonly Part[] = [
  ...FULL.filter((part) => !BEHIND.includes(part) && part !== basis),
  ...BEHIND.map((part): Part => ({ ...part, appendix: true })),
  basis,
];

/** Without what speaks of single schools' children: paragraphs by school, the social passport, drafts of decisions. */
const OPEN: readonly Part[] = [
  requisites,
  briefForAll,
  resultsBySchool,
  targets,
  learningForAll,
  beyondLessons,
  progress,
  signature,
  notPublished,
  basis,
];
