import { count, defineForm, EVERY_QUARTER, text } from '../../src/model';
import { fieldsOfTitles, needsNoPlace } from '../../src/workbook';

const form = defineForm({
  ...{ key: 'pupils', title: 'Итоги', help: '', identity: ['grade'], due: EVERY_QUARTER },
  fields: {
    grade: text('Класс', ''),
    enrolled: count('По списку, чел.', ''),
    assessed: count('Аттестуются', ''),
    excellent: count('Окончили на «5»', ''),
    lowIncome: count('Малообеспеченные семьи', ''),
    largeFamilies: count('Многодетные семьи', ''),
    failing: count('Неуспевающие', ''),
    guarded: count('Дети под опекой родственников', ''),
  },
});
const OTHER = { 'По списку, чел.': ['Всего уч-ся'], Неуспевающие: ['Двоечники'] };
const found = (...titles: string[]) => fieldsOfTitles(form, titles, OTHER);

test('a column of a pasted table is known by its title, however it is written', () => {
  expect(found('класс', 'По списку чел', 'АТТЕСТУЮТСЯ.', 'Окон-\nчили на 5')).toEqual([
    'grade',
    'enrolled',
    'assessed',
    'excellent',
  ]);
});

test('words that say only that something is counted do not matter, nor do endings', () => {
  expect(found('Кол-во неуспевающих', 'Число аттестованных чел.')).toEqual(['failing', 'assessed']);
  expect(found('Семьи малообеспеченные', 'Количество малообеспеченных семей')).toEqual(['lowIncome', undefined]);
  expect(found('Количество многодетных семей в классе')).toEqual([undefined]);
  expect(found('Всего обучающихся')).toEqual(['enrolled']);
  expect(found('Количество')).toEqual([undefined]);
});

test('a word cut at the end of a line is one word, with or without blanks there', () => {
  expect(found('Число неус-\nпевающих')).toEqual(['failing']);
  expect(found('Число неус- \n певающих')).toEqual(['failing']);
  expect(found('Число неус-  \n  певающих')).toEqual(['failing']);
});

test('a title that says more, or less, is known as long as two of its words are the same', () => {
  expect(found('Многодетные семьи (по справке)')).toEqual(['largeFamilies']);
  expect(found('Под опекой (чел.)')).toEqual(['guarded']);
  expect(found('Неуспевающие мальчики')).toEqual([undefined]);
  expect(found('Всего прогулов')).toEqual([undefined]);
  expect(found('Семьи малообеспеченные и многодетные')).toEqual([undefined]);
});

test('another title that the programme knows for a field is as good as its own', () => {
  expect(found('Число двоечников')).toEqual(['failing']);
});

test('of two fields that a title may mean none is taken; of two titles for a field the first', () => {
  expect(found('Семьи')).toEqual([undefined]);
  expect(found('Неуспевающие', 'Число неуспевающих')).toEqual(['failing', undefined]);
  expect(found('', 'Класс')).toEqual([undefined, 'grade']);
});

test('a share is no field: the add-on calculates it', () => {
  expect(found('Неуспевающие, %', 'Неуспевающие')).toEqual([undefined, 'failing']);
  const calculated = ['№ п/п', 'Номер', '% качества', 'Качество знаний', 'Успеваемость', 'Средний балл', ' СОУ '];
  expect(calculated.filter(needsNoPlace)).toEqual(calculated);
  expect(
    ['Класс', 'Порядковый номер', 'Номер школы', 'Школа № 2', 'Соучастники', 'Уровень СОУ', 'Балл'].filter(
      needsNoPlace,
    ),
  ).toEqual([]);
});
