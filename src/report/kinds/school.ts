import type { ReportKind } from '../kind';
import { basis } from '../parts/basis';
import { beyondLessons } from '../parts/beyond-lessons';
import { conditions } from '../parts/conditions';
import { corrections } from '../parts/corrections';
import { marks } from '../parts/marks';
import { pupilResults } from '../parts/pupil-results';
import { recommendations } from '../parts/recommendations';
import { requisites } from '../parts/requisites';
import { help, ownResults, passport, risks, transitionProgramme } from '../parts/school-card';
import { signature } from '../parts/signature';
import { targets } from '../parts/targets';
import { works } from '../parts/works';

/** «Карточка школы»: what is known of one school, what keeps it back, what helps. */
export const school: ReportKind = {
  key: 'school',
  title: 'Карточка школы',
  about: 'об образовательных результатах',
  editions: ['служебная'],
  each: 'school',
  subjects: ({ schools }) => schools.map(({ key }) => key),
  parts: () => [
    requisites,
    passport,
    ownResults,
    targets,
    works,
    conditions,
    beyondLessons,
    risks,
    transitionProgramme,
    help,
    recommendations,
    signature,
    pupilResults,
    marks,
    corrections,
    basis,
  ],
};
