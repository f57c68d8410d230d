import type { Part, ReportKind } from '../kind';
import { basis } from '../parts/basis';
import { beyondLessons, coverageOfSchool } from '../parts/beyond-lessons';
import { conditions } from '../parts/conditions';
import { corrections } from '../parts/corrections';
import { notPublished } from '../parts/not-published';
import { objectivity } from '../parts/objectivity';
import { resultsBySchool } from '../parts/pupil-results';
import { schoolRecommendations } from '../parts/recommendations';
import { requisites } from '../parts/requisites';
import { help, ownResults, pastYear, risks, transitionProgramme } from '../parts/school-card';
import { schoolLevels } from '../parts/school-levels';
import { passport } from '../parts/school-passport';
import { schoolTargets } from '../parts/school-targets';
import { signature } from '../parts/signature';
import { subjectsOverYears } from '../parts/subjects-over-years';
import { works } from '../parts/works';
import { isPublic } from '../report-data';

/** «Карточка школы»: what is known of one school, what keeps it back, what helps. */
export const school: ReportKind = {
  key: 'school',
  title: 'Карточка школы',
  about: 'об образовательных результатах',
  editions: ['служебная', 'публичная'],
  each: 'school',
  subjects: ({ schools }) => schools.map(({ key }) => key),
  parts: (data) => (isPublic(data) ? OPEN : data.period.endsWith(SUMMER) ? IN_SUMMER : FULL),
};

const SUMMER = 'Q3';

const FULL: readonly Part[] = [
  requisites,
  passport,
  ownResults,
  schoolLevels,
  subjectsOverYears,
  works,
  conditions,
  beyondLessons,
  risks,
  transitionProgramme,
  help,
  schoolRecommendations,
  signature,
  { ...schoolTargets, appendix: true },
  objectivity,
  corrections,
  basis,
];

const IN_SUMMER: readonly Part[] = FULL.map((part) => (part === ownResults ? pastYear : part));

/** Without subjects, which one teacher gives in a small school, social passport, staff and risks. */
const OPEN: readonly Part[] = [
  requisites,
  passport,
  resultsBySchool,
  schoolTargets,
  coverageOfSchool,
  transitionProgramme,
  signature,
  notPublished,
  basis,
];
