import type { ReportKind } from '../kind';
import { collection } from '../parts/collection';
import { corrections } from '../parts/corrections';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { submissions } from '../parts/submissions';

/** «Сведения о сдаче данных»: who owes what, for the control that the order keeps for the department. */
export const submission: ReportKind = {
  key: 'submission',
  title: 'Сведения о сдаче данных',
  about: 'о сдаче данных мониторинга школами',
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [requisites, submissions, signature, collection, corrections],
};
