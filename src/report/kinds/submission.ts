import type { ReportKind } from '../kind';
import { collection } from '../parts/collection';
import { corrections } from '../parts/corrections';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { submissions } from '../parts/submissions';
import { dataHead, dataSignature, isHandedIn, typedData } from '../parts/typed-data';

/** «Сведения о сдаче данных»: who owes what, for the control that the order keeps for the department. */
export const submission: ReportKind = {
  key: 'submission',
  title: 'Сведения о сдаче данных',
  about: 'мониторинга школами',
  ofSchool: { title: 'Сведения школы за период' },
  editions: ['служебная'],
  preliminary: (data, subject) => (subject === null ? !data.closed : !isHandedIn(data, subject)),
  subjects: ({ schools }) => [null, ...schools.map(({ key }) => key)],
  parts: (_, subject) =>
    subject === null
      ? [requisites, submissions, signature, collection, corrections]
      : [dataHead, typedData, dataSignature],
};
