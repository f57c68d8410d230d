import { again, cells, changed, rows } from './mistake';

const SCHOOL = { school: 'magdagachi-3', period: '2023-Q1' } as const;
const risk = { ...SCHOOL, form: 'riskProfile' } as const;
const programme = { ...SCHOOL, form: 'programme' } as const;
const practices = { ...SCHOOL, form: 'practices', period: '2023-Q2' } as const;
const some = { significance: 'средняя' };

export const transitionMistakes = [
  ...cells(risk, [
    ['a significance that is none', some, 'significance', 'есть'],
    ['no significance', some, 'significance', ''],
    ['a day that no calendar has', some, 'dueTo', '31.11.2023'],
    ['a term in words', some, 'dueTo', 'до конца года'],
    ['a year with its digits exchanged', some, 'dueTo', '31.12.2203'],
    ['a teacher by name', some, 'measure', 'Курсы для Ивановой А. П.'],
    ['a pupil by name', some, 'result', 'Иванов Петя посещает занятия'],
    ['a factor that is none', some, 'factor', 'Всё хорошо'],
  ]),
  ...rows(risk, [
    ['a high risk without a measure', 'measure', changed(some, () => ({ significance: 'высокая', measure: '' }))],
    ['a factor twice', 'factor', again(some)],
  ]),
  ...cells(programme, [
    ['more done than planned', {}, 'actionsDone', '31'],
    ['a nought too many', {}, 'actionsPlanned', '150'],
    ['a share in place of a count', {}, 'actionsDone', '87%'],
    ['a dash for none', {}, 'actionsDone', '-'],
    ['the cell left blank', {}, 'actionsDone', ''],
    ['a day to come', {}, 'correctedOn', '30.08.2025'],
    ['a day in words', {}, 'correctedOn', 'август'],
    ['no paragraph for the parents', {}, 'parentsItem', ''],
    ['«да» in place of the paragraph', {}, 'networkItem', 'да'],
    ['no state', {}, 'state', ''],
    ['a file of the school’s own disk', {}, 'document', 'C:\\Школа\\программа.docx'],
    ['a regime that is none', {}, 'regime', 'эффективный'],
    ['words where the address belongs', {}, 'document', 'на сайте школы'],
    ['the signer by name', {}, 'councilProtocol', 'от 05.04.2020 № 2, председатель Сидорова Е. В.'],
  ]),
  ...rows(programme, [
    [
      'planned and done exchanged',
      'actionsPlanned',
      changed({}, (line) => ({ actionsPlanned: line.actionsDone!, actionsDone: line.actionsPlanned! })),
    ],
  ]),
  ...rows(programme, [
    ['the old programme beside the new one', 'document', again({}, { document: 'https://example.org/old' })],
  ]),
  ...cells(practices, [
    ['a practice without proof', {}, 'proof', ''],
    ['a kind that is none', {}, 'kind', 'практика'],
    ['no name', {}, 'title', ''],
    ['a teacher by name', {}, 'done', 'Урок ведёт Мария Ивановна'],
    ['a mail address', {}, 'done', 'Писать на school3@mail.ru'],
    ['words where the address belongs', {}, 'link', 'см. сайт'],
  ]),
  ...rows(practices, [['a practice twice', 'title kind', again({})]]),
];
