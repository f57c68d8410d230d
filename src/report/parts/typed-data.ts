import { aboutResults, dateInFigures, dateInWords, isNumeric, quarterTitle } from '../../model';
import type { Part, PartBlock } from '../kind';
import { namesOf, type ReportData, schoolOf, type TypedForm } from '../report-data';
import { centred, paragraph } from '../texts';
import { capital } from '../words/indicators';
import { cellOf, typedTable } from './typed-table';

/** The school's own paper: who gives what, of which period, when it was handed in. */
export const dataHead: Part = {
  needs: [],
  blocks: (data, subject, { title }) => {
    const { settings, period, day } = data;
    return [
      centred(settings.municipality ?? ''),
      { ...centred(namesOf(data, [subject ?? '']), true), spaceAfter: 12 },
      { kind: 'title', content: title.toUpperCase() },
      centred(aboutResults(period)),
      ...(settings.note ? [centred(settings.note, true)] : []),
      ...(isHandedIn(data, subject ?? '') ? [] : [centred('ПРЕДВАРИТЕЛЬНО: сведения не сданы', true)]),
      centred(stateOf(data, subject ?? '')),
      { kind: 'two-sides', left: dateInWords(day), right: settings.place ?? '', spaceBefore: 12 },
    ];
  },
};

const partOf = ({ collection }: ReportData, school: string) => collection.find((item) => item.school === school);

/** Handed in, or of a time that kept no more than words of it. */
export const isHandedIn = (data: ReportData, school: string): boolean => partOf(data, school)?.submitted !== false;

/** «Сданы 12 января 2023 г.; строк с ошибками нет» */
function stateOf(data: ReportData, school: string): string {
  const { handedIn, leftOut = 0 } = partOf(data, school) ?? {};
  const at = handedIn?.at ?? '';
  const state = at === '' ? [] : [`Сведения сданы ${dateInWords(at.slice(0, 10))}`];
  const rows = leftOut === 0 ? 'строк с ошибками нет' : `строк с ошибками: ${leftOut}, они отмечены знаком ✖`;
  return capital([...state, rows].join('; '));
}

/** Everything that stands on the school's tab, form by form, as it was typed. */
export const typedData: Part = {
  needs: [],
  blocks: (data, subject) => {
    const school = schoolOf(data, subject);
    if (!school) return [];
    const all = data.typedBy(school.key);
    const forms = all.filter((typed) => !isBlank(typed));
    const blank = all.filter((typed) => typed.asked && isBlank(typed));
    if (forms.length === 0) return [paragraph('Школа за этот период ничего не внесла.')];
    return [
      ...forms.map(typedTable),
      ...(blank.length > 0
        ? [paragraph(`Не заполнены: ${blank.map(({ form }) => `«${form.title}»`).join(', ')}.`)]
        : []),
    ];
  },
};

/** Without rows, or with rows that were prepared and hold no number yet. */
const isBlank = ({ form, rows }: TypedForm): boolean =>
  rows.every(
    ({ entry }) =>
      entry.explanation === '' &&
      Object.keys(form.fields).some((key) => isNumeric(form.fields[key]!)) &&
      Object.keys(form.fields).every(
        (key) => form.identity.includes(key) || cellOf(form, { entry, valid: true }, key) === '',
      ),
  );

/** Who answers for the numbers signs them by hand. */
export const dataSignature: Part = {
  needs: [],
  blocks: (data, subject) => [
    paragraph(`Сведения за ${quarterTitle(data.period)} соответствуют первичным документам школы.`),
    line('Директор школы', 24),
    line('Ответственный за сведения', 12),
    { kind: 'two-sides', left: 'М.\u00a0П.', right: '«____» ______________ 20___ г.', spaceBefore: 12 },
    ...receivedOn(data, subject),
  ],
};

const line = (left: string, spaceBefore: number): PartBlock => ({
  kind: 'two-sides',
  left,
  right: '______________ / ______________________',
  spaceBefore,
});

function receivedOn({ collection }: ReportData, subject: string | null): PartBlock[] {
  const at = collection.find(({ school }) => school === subject)?.handedIn?.at ?? '';
  return at === '' ? [] : [{ kind: 'paragraph', content: `Получено районом ${dateInFigures(at)}`, align: 'left' }];
}
