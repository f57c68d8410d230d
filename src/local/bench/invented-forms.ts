import {
  choice,
  count,
  defineForm,
  defineIndicator,
  EVERY_QUARTER,
  type Field,
  type Form,
  type Indicator,
  text,
} from '../../model';

interface Invented {
  readonly key: string;
  readonly title: string;
  /** Header of the key column; the words it may hold, or, where a school has its own, some of them. */
  readonly by: string;
  readonly kinds: readonly string[];
  readonly free?: boolean;
  readonly whole: string;
  /** The first two never overlap. */
  readonly parts: readonly string[];
}

const SPARE = 5;
const WHO = ['1-4 классы', '5-9 классы', '10-11 классы'];

/** Forms that no order asks for, as large and as different as those it does. */
const INVENTED: readonly Invented[] = [
  {
    key: 'made-books',
    title: 'Учебники',
    by: 'Уровень',
    kinds: WHO,
    whole: 'Экземпляров',
    parts: ['Новые', 'Ветхие', 'На руках'],
  },
  {
    key: 'made-meals',
    title: 'Питание',
    by: 'Уровень',
    kinds: WHO,
    whole: 'Обучаются',
    parts: ['Только обед', 'Только завтрак', 'Бесплатно', 'С диетой', 'Довольны'],
  },
  {
    key: 'made-health',
    title: 'Здоровье',
    by: 'Уровень',
    kinds: WHO,
    whole: 'Осмотрены',
    parts: ['I группа', 'II группа', 'III группа', 'IV группа', 'Очки', 'Осанка', 'Прививки', 'Направлены'],
  },
  {
    key: 'made-sport',
    title: 'Нормы ГТО',
    by: 'Ступень',
    kinds: ['I', 'II', 'III', 'IV', 'V'].map((step) => `${step} ступень`),
    whole: 'Участвовали',
    parts: ['Золото', 'Серебро', 'Бронза', 'Девочки'],
  },
  {
    key: 'made-clubs',
    title: 'Кружки',
    by: 'Кружок',
    kinds: ['Шахматы', 'Хор', 'Краеведение', 'Лыжи'],
    free: true,
    whole: 'Записаны',
    parts: ['Начальная школа', 'Старшие', 'Выступали', 'Бросили', 'Перешли'],
  },
  {
    key: 'made-rooms',
    title: 'Кабинеты',
    by: 'Вид',
    kinds: ['начальные', 'предметные', 'мастерские', 'спортзал'],
    whole: 'Кабинетов',
    parts: ['После ремонта', 'Ждут ремонта', 'С проектором'],
  },
  {
    key: 'made-computers',
    title: 'Компьютеры',
    by: 'Где стоят',
    kinds: ['классы', 'администрация', 'библиотека'],
    whole: 'Единиц',
    parts: ['Моложе 3 лет', 'Старше 7 лет', 'В сети', 'С камерой', 'Ноутбуки', 'В ремонте'],
  },
  {
    key: 'made-buses',
    title: 'Подвоз',
    by: 'Маршрут',
    kinds: ['Северный', 'Южный', 'Речной'],
    free: true,
    whole: 'Едут',
    parts: ['До 15 минут', 'Дольше 40 минут', 'С пересадкой', 'С сопровождающим'],
  },
  {
    key: 'made-summer',
    title: 'Летний отдых',
    by: 'Смена',
    kinds: ['первая', 'вторая', 'третья'],
    whole: 'Заявлены',
    parts: ['В лагере дня', 'За городом', 'Льготники', 'Отряды', 'Отказались'],
  },
  {
    key: 'made-career',
    title: 'Профориентация',
    by: 'Классы',
    kinds: ['8 классы', '9 классы', '10 классы', '11 классы'],
    whole: 'Обучались',
    parts: ['Выбрали колледж', 'Выбрали вуз', 'Прошли пробы', 'Экскурсии', 'Не решили'],
  },
  {
    key: 'made-speech',
    title: 'Логопед',
    by: 'Уровень',
    kinds: WHO,
    whole: 'Обследованы',
    parts: ['С нарушением речи', 'Речь в норме', 'Занимаются', 'Выпущены'],
  },
  {
    key: 'made-volunteers',
    title: 'Добровольцы',
    by: 'Дело',
    kinds: ['помощь старшим', 'природа', 'память'],
    whole: 'Участвуют',
    parts: ['Впервые', 'Больше года', 'С книжкой'],
  },
  {
    key: 'made-museum',
    title: 'Школьный музей',
    by: 'Раздел',
    kinds: ['История села', 'Труд', 'Быт'],
    free: true,
    whole: 'Предметов',
    parts: ['Подлинные', 'Копии', 'Описаны', 'Показаны', 'На реставрации', 'Переданы', 'Сняты'],
  },
  {
    key: 'made-safety',
    title: 'Безопасность',
    by: 'Здание',
    kinds: ['главное', 'начальная школа', 'интернат'],
    whole: 'Выходов',
    parts: ['С пандусом', 'Закрыты', 'С камерой', 'С табличкой'],
  },
  {
    key: 'made-languages',
    title: 'Языки',
    by: 'Язык',
    kinds: ['английский', 'немецкий', 'китайский'],
    free: true,
    whole: 'Изучают',
    parts: ['Первый год', 'Больше пяти лет', 'С экзаменом', 'Второй язык', 'Дополнительно'],
  },
  {
    key: 'made-parents',
    title: 'Родительские собрания',
    by: 'Уровень',
    kinds: WHO,
    whole: 'Семей',
    parts: ['Пришли оба', 'Не пришли', 'Пришли впервые', 'Спрашивали', 'В совете', 'В сети'],
  },
  {
    key: 'made-garden',
    title: 'Пришкольный участок',
    by: 'Культура',
    kinds: ['картофель', 'овощи', 'цветы'],
    whole: 'Грядок',
    parts: ['Взошли', 'Погибли', 'Убраны', 'Удобрены', 'Политы', 'Новые', 'Под плёнкой', 'На семена', 'Сданы'],
  },
];

const partKey = (index: number): string => `part${index + 1}`;

function formOf({ key, title, by, kinds, free, whole, parts }: Invented): Form {
  const kind = free
    ? text(by, 'Как называют у вас.', { carried: true, choices: kinds })
    : choice(by, 'Из списка.', kinds, { carried: true });
  const numbers = parts.map((part, index) => [partKey(index), count(part, `Из них: ${part}.`)] as const);
  const fields = { kind, total: count(whole, 'Всего.'), ...Object.fromEntries(numbers) } as Record<string, Field>;
  const form = defineForm({
    key,
    title,
    help: 'На последний день периода; форма придумана, чтобы мерить.',
    fields: fields as Record<string, Field<'count'>>,
    identity: ['kind'],
    due: EVERY_QUARTER,
    startingRows: free ? kinds.length + SPARE : kinds.length,
    sums: [
      {
        id: 'parts-more-than-whole',
        title: 'первые две графы',
        parts: { part1: 1, part2: 1 },
        whole: 'total',
        relation: 'at-most',
        severity: 'error',
      },
    ],
  });
  // All words of a list stand there, so no row is to come.
  return { ...form, slices: ['kind'], ...(free ? {} : { spareRows: 0 }) };
}

/** So that twenty-one forms have about eighty indicators. */
const shareCount = (parts: number): number => (parts > 4 ? 4 : 3);

const sharesOf = ({ key, title, parts }: Invented, form: Form): Indicator[] =>
  parts.slice(0, shareCount(parts.length)).map((part, index) =>
    defineIndicator({
      key: `${key}-${index + 1}-rate`,
      title: `${title}: ${part}, доля`,
      kind: 'share',
      unit: 'percent',
      direction: 'none',
      source: 'придумано, чтобы мерить',
      from: form as Form<Record<string, Field<'count'>>>,
      numerator: { [partKey(index)]: 1 },
      denominator: { total: 1 },
      column: index < 2,
      examples: [{ given: [{ total: 20, [partKey(index)]: 5 }], value: 25 }],
    }),
  );

export const inventedForms: readonly { form: Form; kinds: readonly string[]; indicators: readonly Indicator[] }[] =
  INVENTED.map((invented) => {
    const form = formOf(invented);
    return { form, kinds: invented.kinds, indicators: sharesOf(invented, form) };
  });
