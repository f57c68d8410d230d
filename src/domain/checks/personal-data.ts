import { defineCheck, type Found } from '../../model';
import { insteadOf, type PersonalKind, personalDataIn } from '../personal-data';

type Told = { kind: PersonalKind; title: string };

/** An address that begins so names a page, whatever digits it has. */
const isPage = (text: string): boolean => text.startsWith('http:') || text.startsWith('https:');

/** Names, phones and the like have no place in the workbook: counts only (152-ФЗ). */
export const personalData = defineCheck<Told>({
  id: 'cell/personal-data',
  needs: 'row',
  severity: 'warning',
  find({ rows }) {
    const findings: Found<Told>[] = [];
    for (const at of rows) {
      const put = (text: string, field?: string): void => {
        if (text === '' || isPage(text)) return;
        for (const { kind, title } of personalDataIn(text))
          findings.push({ at, ...(field === undefined ? {} : { field }), details: { kind, title } });
      };
      const { texts, explanation } = at.entry;
      for (const field in texts) put(texts[field]!, field);
      // What stands where a number belongs.
      for (const { field, found } of at.unread) if (!(field in texts)) put(found, field);
      put(explanation);
    }
    return findings;
  },
  words: ({ kind, title }, { column, field }) =>
    `${field === undefined ? '«Пояснение»' : column}: похоже на личные данные (${title}); ${insteadOf(kind)}`,
  cases: [
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 15 }],
      more: { explanation: 'Иванов И. И. болел, звоните 8 914 123-45-67' },
      says: [
        '1: «Пояснение»: похоже на личные данные (фамилия и инициалы); напишите без имён: «обучающийся 5 класса», «учитель физики», должность',
        '1: «Пояснение»: похоже на личные данные (телефон); удалите, контакты сообщите ИМЦ отдельно',
      ],
    },
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 'Иванова Мария' }],
      says: [
        '1: «По списку, чел.»: похоже на личные данные (фамилия и имя); напишите без имён: «обучающийся 5 класса», «учитель физики», должность',
      ],
    },
    {
      form: 'staff',
      rows: [{ category: 'учителя', positions: 2.5, note: 'Родилась 12.03.1998, СНИЛС 123-456-789 01' }],
      says: [
        '1: «О чём»: похоже на личные данные (дата рождения); удалите, довольно класса и числа детей',
        '1: «О чём»: похоже на личные данные (СНИЛС); удалите, в книге ведутся только числа',
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
