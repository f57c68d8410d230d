import { isDerived } from '../../src/model';
import { composeReport, type ReportData, reportKinds } from '../../src/pipeline';
import { programme } from '../../src/programme';
import { PERIOD } from '../build';
import { dataOf, fullData, SCHOOLS, share } from './data';

const OWNERS = [
  { scope: 'district' } as const,
  ...SCHOOLS.map(({ key }) => ({ scope: 'school', school: key }) as const),
  ...SCHOOLS.map(({ group }) => ({ scope: 'group', group }) as const),
];
const CUTS = ['Математика', 'Русский язык', 'учителя', '5', '5–9 классы', 'родители'];

/** One of three children, whoever is asked about and by whatever is cut. */
const ofThree = programme.indicators
  .filter((indicator) => !isDerived(indicator))
  .flatMap(({ key: indicator, from }) =>
    OWNERS.flatMap((owner) => [
      share({ ...owner, indicator }, 'group' in owner && owner.group === 'участник' ? 2 : 1, 3),
      ...[...(from.slices ?? []), 'level'].flatMap((by) =>
        CUTS.map((cut) => share({ ...owner, indicator, slice: { [by]: cut } }, 1, 3)),
      ),
    ]),
  );

const { scores } = fullData(programme, 40);
const data = (edition: ReportData['edition']): ReportData =>
  dataOf(ofThree, {
    programme,
    edition,
    subjects: CUTS.slice(0, 2),
    scores: scores.map((line) =>
      line.fact && !('of' in line.by && typeof line.by.of === 'function')
        ? { ...line, fact: { ...line.fact, numerator: 1, denominator: 3, value: 100 / 3 }, deviation: -66.7 }
        : line,
    ),
    yearAgo: new Map(
      ofThree.map((figure) => [
        `2022-Q2|${figure.scope}|${figure.school ?? figure.group ?? ''}|${Object.entries(figure.slice ?? {})
          .map((cut) => cut.join(':'))
          .join()}|${figure.indicator}`,
        { ...figure, period: '2022-Q2', numerator: 2, value: 200 / 3 },
      ]),
    ),
    identification: SCHOOLS.map(({ key, group }) => ({
      ...{ period: PERIOD, school: key, group, tests: { severalInYear: false, twoYears: false }, procedures: [] },
      ...{
        counted: 0,
        lowResults: false,
        steady: false,
        falseAlarm: null,
        index: 50,
        band: 'middle',
        bandWithEqualWeights: 'middle',
      },
      ...{ adverseContext: false, label: null, resilient: false, quadrant: null, peers: [], partner: null },
      expected: [
        {
          indicator: 'pupil-quality-rate',
          value: 100 / 3,
          expected: 70,
          low: 60,
          high: 80,
          deviation: -200 / 3,
          verdict: 'below',
        },
      ],
    })),
    changeOf: () => ({ difference: -100 / 3, earlierCount: 3, verdict: null }),
  });

test.each(reportKinds.flatMap((kind) => kind.editions.map((edition) => [kind.key, edition] as const)))(
  'in the report %s, %s edition, a class of three is never a percentage',
  (key, edition) => {
    const kind = reportKinds.find((item) => item.key === key)!;
    for (const subject of kind.subjects(data(edition))) {
      const text = JSON.stringify(composeReport(kind, data(edition), subject).blocks, (name, value) =>
        name === 'figure' ? undefined : value,
      );
      expect(text).not.toMatch(/33,3|66,7/);
    }
  },
);
