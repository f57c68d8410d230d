import { choice, date, defineRegister, defineRegisterCheck, link, longText, ref, type Start, text } from '../../model';
import { PARTICIPANT } from '../groups';
import { isOfFund, isReadyDocument, isReadySet } from './document-shares';
import { type Paper, papers } from './paper-list';
import { basisField, cycleOf, noteField, onwards, responsibleField, schoolField } from './usual-fields';

const STATES = ['нет', 'проект', 'утверждён', 'утратил силу'] as const;
const YES_NO = ['да', 'нет'] as const;

const fields = {
  number: text('№', 'Номер документа в перечне. Набор фонда оценочных средств – номер 11.'),
  title: text('Документ', 'Коротко. Слова приказа – в примечании к ячейке.'),
  school: schoolField,
  status: choice('Статус', 'Выберите из списка.', STATES),
  signedOn: date('Дата', 'Когда утверждён.', { optional: true }),
  regNo: text('Номер', 'Номер приказа, протокола, исходящий; «б/н», если его нет.', { optional: true }),
  electronic: link('Электронная форма', 'Ссылка на документ. У набора фонда – на папку: спецификация, задания, ключ.', {
    optional: true,
  }),
  replaces: ref('Взамен', 'Какой документ утратил силу: выберите из списка.', 'documents', { optional: true }),
  subject: text('Предмет', 'Только у набора фонда оценочных средств. Заполняет РМО.', { optional: true }),
  grade: text('Класс', 'Только у набора фонда.', { optional: true }),
  workStage: choice('Работа', 'Только у набора фонда: когда проводится.', ['входная', 'промежуточная', 'итоговая'], {
    optional: true,
  }),
  note: noteField,
  ready: choice('Готов', 'Считается: утверждён, есть дата, номер и электронная форма (целевой показатель 3).', YES_NO, {
    optional: true,
  }),
  part: choice('Часть', 'Считается.', ['документ', 'фонд'], { optional: true }),
  level: choice('Уровень', 'Чей документ.', ['район', 'школа'], { optional: true }),
  required: choice('Требуется', 'Входит в перечень, по которому считается готовность.', YES_NO, { optional: true }),
  soko: choice('СОКО', 'Относится к системе оценки качества образования.', YES_NO, { optional: true }),
  words: longText('Словами приказа', 'Полный текст.', { optional: true }),
  basis: basisField,
  responsible: responsibleField,
};

const startOf = ({ number, title, words, basis, responsible, of, soko }: Paper): Start<typeof fields> => ({
  id: `Д-${String(number).padStart(2, '0')}`,
  number: String(number),
  title,
  ...(of === 'район' ? { school: 'район' } : {}),
  status: 'нет',
  level: of === 'район' ? 'район' : 'школа',
  required: 'да',
  soko: soko ? 'да' : 'нет',
  words,
  basis,
  responsible,
});

/** Approved, and yet not counted: nobody can open it. */
const notElectronic = defineRegisterCheck<{ set: number }>({
  id: 'register/no-electronic-form',
  severity: 'warning',
  find: ({ rows }) =>
    rows
      .filter(({ status, electronic }) => status === 'утверждён' && electronic === '')
      .filter((row) => isOfFund(row) || row.required === 'да')
      .map((row) => ({ row: row.id, field: 'electronic', details: { set: Number(isOfFund(row)) } })),
  words: ({ set }, { column }) =>
    set === 1
      ? `${column}: пусто, набор в электронный фонд не засчитан; дайте ссылку на спецификацию, задания и ключ`
      : `${column}: пусто, готовым документ не засчитан; дайте ссылку`,
  cases: [
    {
      rows: [{ status: 'утверждён', subject: 'Математика', grade: '5' }],
      says: [
        'Д-101: «Электронная форма»: пусто, набор в электронный фонд не засчитан; дайте ссылку на спецификацию, задания и ключ',
      ],
    },
    {
      rows: [{ status: 'утверждён', required: 'да' }],
      says: ['Д-101: «Электронная форма»: пусто, готовым документ не засчитан; дайте ссылку'],
    },
    {
      rows: [{ status: 'утверждён', required: 'да', electronic: 'https://example.org' }, { status: 'проект' }],
      says: [],
    },
  ],
});

const yes = (is: boolean): (typeof YES_NO)[number] => (is ? 'да' : 'нет');

/** «Документы и фонд оценочных средств»: what the order demands in writing, and below the sets of the fund. */
export const documents = defineRegister({
  key: 'documents',
  title: 'Документы и фонд оценочных средств',
  help: 'Документы приказа № 341 и школ, ниже – наборы фонда оценочных средств (предмет, класс, работа). Заполняйте статус, дату, номер, ссылку; свои строки добавляйте ниже. Строки приказа сбор свода вернёт.',
  fields,
  identity: ['number', 'school', 'subject', 'grade', 'workStage', 'title'],
  prefix: 'Д',
  label: 'title',
  answers: ['O1', 'TI3a-documents', 'TI3a-electronic', 'TI3a-fund'],
  starts: papers.filter(({ of }) => of === 'район').map(startOf),
  schoolStarts: papers
    .filter(({ of }) => of !== 'район')
    .map((paper) => ({ ...(paper.of === PARTICIPANT ? { group: PARTICIPANT } : {}), start: startOf(paper) })),
  hand: {
    number: 'order',
    title: 'order',
    school: 'order',
    level: 'order',
    required: 'order',
    soko: 'order',
    words: 'order',
    basis: 'order',
    ready: 'computed',
    part: 'computed',
  },
  hidden: ['part', 'level', 'required', 'soko', 'words', 'basis', 'responsible'],
  widths: {
    number: 45,
    title: 245,
    school: 130,
    regNo: 70,
    electronic: 130,
    subject: 95,
    grade: 55,
    workStage: 90,
    ready: 60,
    note: 140,
  },
  notes: { title: 'words' },
  computed: (rows) =>
    rows.map((row) => {
      const fund = isOfFund(row);
      return { part: fund ? 'фонд' : 'документ', ready: yes(fund ? isReadySet(row) : isReadyDocument(row)) };
    }),
  status: { field: 'status', cycle: cycleOf(STATES, onwards(STATES)) },
  done: { states: ['утверждён'], on: 'signedOn', evidence: ['regNo'] },
  checks: [notElectronic],
  frozen: true,
});
