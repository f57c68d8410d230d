import { checksOf } from '../../src/domain';
import { demonstration } from '../../src/local/demonstration';
import { type Answer, isDerived, type Programme } from '../../src/model';
import { programme } from '../../src/programme';
import { reportKinds } from '../../src/report';
import { fullData } from '../report/data';

/** The ids under which the order's demands are known outside. */
const IDS =
  'O0 O1 O2 O3.1 O3.2 O4.1 O4.2 O5 G T1 T2 T3 T4 T5 T6 TI1a TI1b TI2 TI3a-documents TI3a-electronic TI3a-fund TI3b TI4-heads TI4-teachers TI5-А TI5-Б ER1 ER2 ER3 ER4 ER5 ER6 ER7 C2 C3 C5 M1.1 M1.2 M1.3 M1.4 M1.5 M2.1 M2.2 M2.3 M3.1 M3.2 M4.1 K1.1 K1.2 K1.3 K1.4 K2 E1 E2 E3 R1.1.1а R1.1.1б R1.1.1в R1.1.1г R1.1.2 R1.1.3 R1.1.4 R1.1.5а R1.1.5б R1.1.5в R1.1.6а R1.1.6б R1.1.6в R1.2.1 R1.2.2 R2.1 R2.2 R2.3 R2.4 R2.5 R3.1а R3.1б R3.2';

const targets = [...programme.indicators, ...(programme.measures ?? [])].flatMap((by) => by.targets);
const full = fullData(programme);

function exists(answer: Answer): boolean {
  const has = (kept: readonly { key: string; fields: object }[], key: string, field: string): boolean =>
    kept.some((item) => item.key === key && field in item.fields);
  if ('form' in answer) return has(programme.forms, answer.form, answer.field);
  if ('register' in answer)
    return [answer.field, ...Object.keys(answer.where ?? {})].every((field) =>
      has(programme.registers, answer.register, field),
    );
  if ('indicator' in answer) return programme.indicators.some(({ key }) => key === answer.indicator);
  if ('target' in answer) return targets.some(({ id }) => id === answer.target);
  if ('setting' in answer) return programme.settings.some(({ key }) => key === answer.setting);
  if ('tab' in answer) return true;
  const kind = reportKinds.find(({ key }) => key === answer.report);
  if (!kind) return answer.waits === true;
  const titles = kind.parts(full, kind.subjects(full)[0]!).map(({ title }) => title);
  return !answer.waits && (answer.section === undefined || titles.includes(answer.section));
}

test('everything that the order demands stands in the programme, once', () => {
  const ids = programme.requirements.map(({ id }) => id);
  expect([...ids].sort()).toEqual(IDS.split(' ').sort());
});

test('each demand is answered by something that there is; what waits for a report is marked so until the report comes', () => {
  const wrong = programme.requirements.flatMap(({ id, answers }) => [
    ...(answers.length === 0 ? [`${id}: nothing`] : []),
    ...answers.filter((answer) => !exists(answer)).map((answer) => `${id}: ${JSON.stringify(answer)}`),
  ]);
  expect(wrong).toEqual([]);
});

test('every target of the passport and every expected result is a demand of the order', () => {
  const named = new Set(
    programme.requirements.flatMap(({ answers }) =>
      answers.flatMap((answer) => ('target' in answer ? [answer.target] : [])),
    ),
  );
  expect(targets.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});

test('a register says only of demands that there are that it answers them', () => {
  const ids = new Set(programme.requirements.map(({ id }) => id));
  expect(programme.registers.flatMap(({ answers }) => answers).filter((id) => !ids.has(id))).toEqual([]);
});

/** Fields by what uses them: indicators, rules of sums, checks and computing that name them, what names a row, answers. */
function feeding({ forms, indicators, requirements }: Programme): Set<string> {
  const used = new Set<string>();
  const use = (form: string, ...fields: string[]) => {
    for (const field of fields) used.add(`${form}.${field}`);
  };
  for (const indicator of indicators)
    if (!isDerived(indicator))
      use(indicator.from.key, ...Object.keys({ ...indicator.numerator, ...indicator.denominator, ...indicator.where }));
  for (const form of forms) use(form.key, ...form.identity, ...(form.slices ?? []));
  for (const { answers } of requirements)
    for (const answer of answers) if ('form' in answer) use(answer.form, answer.field);
  return used;
}

test('no field is asked for that feeds nothing: an indicator, a name of a row, an answer to the order, a check or a report', () => {
  const used = feeding(programme);
  const checks = checksOf(programme);
  const sources = new Map(
    programme.forms.map((form) => [
      form.key,
      checks(form)
        .filter((check) => check.form === form.key)
        .map(({ find }) => String(find))
        .join('\n'),
    ]),
  );
  const idle = programme.forms.flatMap((form) =>
    Object.keys(form.fields)
      .filter((field) => !used.has(`${form.key}.${field}`))
      .filter((field) => !form.sums.some(({ parts, whole }) => field in parts || field === whole))
      .filter((field) => !new RegExp(`\\b${field}\\b`).test(sources.get(form.key)!))
      .map((field) => `${form.key}.${field}`),
  );
  expect(idle).toEqual([]);
});

test('the demonstration district fills what answers the order, forms and registers, over its sixteen quarters', () => {
  const { rows, registers } = demonstration(programme.forms);
  const filled = new Set(
    rows.flatMap(({ form, cells }) =>
      Object.keys(cells).flatMap((field) => (cells[field] === '' ? [] : [`${form}.${field}`])),
    ),
  );
  const blank = programme.requirements.flatMap(({ id, answers }) =>
    answers.flatMap((answer) => {
      if ('form' in answer)
        return filled.has(`${answer.form}.${answer.field}`) ? [] : [`${id}: ${answer.form}.${answer.field}`];
      if ('register' in answer)
        return (registers[answer.register] ?? []).length > 0 ? [] : [`${id}: ${answer.register}`];
      return [];
    }),
  );
  expect(blank).toEqual([]);
});
