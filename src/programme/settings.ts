import type { Setting } from '../model';
import { contextDefaults, contextShares } from './context';

const organisation: Setting[] = [
  { key: 'period', title: 'Отчётный период', value: '', help: 'Квартал вида 2023-Q2. Меняется закрытием периода.' },
  {
    key: 'organisation',
    title: 'Организация',
    value: 'Отдел образования администрации Магдагачинского района',
    help: 'Стоит в шапке отчётов.',
  },
  {
    key: 'municipality',
    title: 'Муниципальное образование',
    value: 'Муниципальное образование Магдагачинского района',
    help: 'Стоит в шапке отчётов.',
  },
  { key: 'place', title: 'Место составления', value: 'п. Магдагачи', help: 'Стоит под шапкой отчётов.' },
  {
    key: 'signatory-position',
    title: 'Кто подписывает: должность',
    value: 'Начальник отдела образования',
    help: 'Подпись под отчётом.',
  },
  {
    key: 'signatory-name',
    title: 'Кто подписывает: И. О. Фамилия',
    value: 'Л. А. Попова',
    help: 'Подпись под отчётом.',
  },
  { key: 'author', title: 'Исполнитель', value: 'МБУ «ИМЦ»', help: 'Последняя строка отчёта.' },
  {
    key: 'deadline-days',
    title: 'Срок сдачи, рабочих дней после квартала',
    value: 5,
    help: 'Суббота и воскресенье не считаются; праздники не учитываются.',
  },
  {
    key: 'note',
    title: 'Пометка на отчётах',
    value: '',
    help: 'Печатается под заголовком отчёта, например «Учебные данные».',
  },
];

const contextWeights: Setting[] = contextShares.flatMap((indicator) => [
  {
    key: `weight:${indicator.key}`,
    title: `ИСБШ, вес: ${indicator.title}`,
    value: contextDefaults.weights[indicator.key]!,
    help: 'Число от 0 до 1; 0 – не входит в индекс.',
  },
  { key: `low:${indicator.key}`, title: `ИСБШ, нижняя граница: ${indicator.title}`, value: 0, help: 'Доля от 0 до 1.' },
  {
    key: `high:${indicator.key}`,
    title: `ИСБШ, верхняя граница: ${indicator.title}`,
    value: 1,
    help: 'Доля от 0 до 1, больше нижней.',
  },
]);

/** What the tab «Настройки» starts with, in its order. */
export const settings: readonly Setting[] = [...organisation, ...contextWeights];
