import type { ReportKind } from '../kind';
import { contents } from '../parts/contents';
import { chain } from '../parts/evidence-chain';
import { positions } from '../parts/evidence-positions';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { dataOfPeriod } from '../words/quarters';

/** «Пакет подтверждений» for the assessment of municipal mechanisms of quality management. */
export const evidence: ReportKind = {
  key: 'evidence',
  title: 'Пакет подтверждений',
  about: 'по управлению качеством образования',
  when: dataOfPeriod,
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [requisites, contents, positions, chain, signature],
};
