import type { ReportKind } from '../../../src/report';
import { changeColumn, figuresPart, valueColumn } from '../../../src/report/figures-table';
import { reportKinds as first } from '../../../src/report/kinds';
import { signature } from '../../../src/report/parts/signature';
import { DISTRICT, ofSchool } from '../../../src/report/report-data';

/** A card of every school, beside the district: as somebody who carries the project on would add it. */
const schoolCard: ReportKind = {
  key: 'school-card',
  title: 'Карточка школы',
  editions: ['служебная'],
  subjects: ({ schools }) => schools.map(({ key }) => key),
  parts: () => [
    figuresPart({
      title: 'Итоги школы',
      absent: 'Школа данных не представила.',
      tables: [
        {
          key: 'school',
          title: 'Школа и район',
          first: ['Кто', 0.4],
          columns: [
            valueColumn('pupil-quality-rate', 'Качество знаний, %', 0.3),
            changeColumn('pupil-quality-rate', 'Изменение, п. п.', 0.3),
          ],
          lines: (_, subject) => [
            { title: 'Школа', owner: ofSchool(subject!) },
            { title: 'Район', owner: DISTRICT },
          ],
        },
      ],
    }),
    signature,
  ],
};

export const reportKinds: readonly ReportKind[] = [...first, schoolCard];
