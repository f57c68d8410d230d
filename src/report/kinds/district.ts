import type { ReportKind } from '../kind';
import { basis } from '../parts/basis';
import { collection } from '../parts/collection';
import { conclusions } from '../parts/conclusions';
import { corrections } from '../parts/corrections';
import { marks } from '../parts/marks';
import { pupilResults } from '../parts/pupil-results';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { socialContext } from '../parts/social-context';
import { targets } from '../parts/targets';

/** «Аналитическая справка» of the district for one period. */
export const district: ReportKind = {
  key: 'district',
  title: 'Аналитическая справка',
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [
    requisites,
    basis,
    collection,
    pupilResults,
    targets,
    marks,
    socialContext,
    corrections,
    conclusions,
    signature,
  ],
};
