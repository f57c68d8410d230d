import { defineCheck, type Found, isNumeric } from '../../model';
import { remembering } from '../remembering';

const PERSONAL: readonly (readonly [string, RegExp])[] = [
  [
    'фамилия и инициалы',
    /(?:^|[^А-ЯЁа-яё])[А-ЯЁ][а-яё]{2,}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}/,
  ],
  ['фамилия, имя и отчество', /[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы)(?![а-яё])/],
  ['СНИЛС', /\d{3}-\d{3}-\d{3}[ -]\d{2}/],
  ['телефон', /(?:\+7|(?:^|\D)8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/],
  ['адрес электронной почты', /[\w.+-]+@[\w-]+\.\w+/],
];

const NONE: readonly string[] = [];
/** Nothing shorter is anybody's name, number or address. */
const SHORTEST = 5;

/** All of them have one of these. */
const HINT = /[.@\d]|\s[А-ЯЁ]/;

const kindsIn = remembering((text): readonly string[] =>
  !HINT.test(text) ? NONE : PERSONAL.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind),
);

/** The kinds of personal data in a text. */
export const personalDataIn = (text: string): readonly string[] => (text.length < SHORTEST ? NONE : kindsIn(text));

/** Names, phones and the like have no place in the workbook: counts only (152-ФЗ). */
export const personalData = defineCheck<{ kind: string }>({
  id: 'cell/personal-data',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    const keys = Object.keys(form.fields).filter(
      (key) => !isNumeric(form.fields[key]!) && form.fields[key]!.kind !== 'link',
    );
    const findings: Found<{ kind: string }>[] = [];
    for (const at of rows) {
      for (const field of keys)
        for (const kind of personalDataIn(at.entry.texts[field] ?? '')) findings.push({ at, field, details: { kind } });
      for (const kind of personalDataIn(at.entry.explanation)) findings.push({ at, details: { kind } });
    }
    return findings;
  },
  words: ({ kind }) => `похоже на личные данные (${kind}): удалите, в книге ведутся только числа`,
  cases: [
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 15 }],
      more: { explanation: 'Иванов И. И. болел, звоните 8 914 123-45-67' },
      says: [
        '1: Похоже на личные данные (фамилия и инициалы): удалите, в книге ведутся только числа',
        '1: Похоже на личные данные (телефон): удалите, в книге ведутся только числа',
      ],
    },
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 15 }],
      more: { explanation: 'Двое болели в мае, переведены условно' },
      says: [],
    },
  ],
});
