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
  },
});
const OTHER = { 'По списку, чел.': ['Всего уч-ся'] };
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

test('of two fields that a title may mean none is taken; of two titles for a field the first', () => {
  expect(found('Семьи')).toEqual([undefined]);
  expect(found('Неуспевающие', 'Число неуспевающих')).toEqual(['failing', undefined]);
  expect(found('', 'Класс')).toEqual([undefined, 'grade']);
});

test('a share is no field: the add-on calculates it', () => {
  expect(found('Неуспевающие, %', 'Неуспевающие')).toEqual([undefined, 'failing']);
  const calculated = ['№ п/п', 'Номер', '% качества', 'Качество знаний', 'Успеваемость', 'Средний балл', ' СОУ '];
  expect(calculated.filter(needsNoPlace)).toEqual(calculated);
  expect(['Класс', 'Порядковый номер школы', 'Соучастники', 'Балл'].filter(needsNoPlace)).toEqual([]);
});
