import { counted, formatNumber, NBSP, type ObjectivityQuestion, type ObjectivitySign } from '../../model';
import type { Part, PartBlock } from '../kind';
import { namesOf, type Objectivity, type ReportData, schoolOf } from '../report-data';
import { leftColumn, paragraph, textCell } from '../texts';
import { plainCounts } from '../words/shares';

const LOOKED_AT =
  'Рассматриваются работы, которые писали не меньше 10 обучающихся; границы – из настроек, федеральных порогов нет.';
const INTRO = `Признаки, которые требуют проверки: они не доказывают необъективности, не относятся к педагогу и ничего не запрещают. ${LOOKED_AT}`;

const SIGNS: Readonly<Record<ObjectivitySign, string>> = {
  Н1: 'результат заметно выше регионального',
  Н2: 'нет «2» там, где их можно ожидать',
  Н4: 'отметки расходятся с журналом',
  Н5: 'ВПР заметно выше ОГЭ через год',
  Н6: 'резкое изменение у тех же обучающихся',
};

/** Questions to the results of works with their data: for the office and the school, never in a public edition. */
export const objectivity: Part = {
  key: 'objectivity',
  title: 'Вопросы к объективности результатов',
  appendix: true,
  needs: [],
  blocks: (data, subject) => {
    const found = data.objectivity();
    if (!found || found.works === 0) return [];
    const about = schoolOf(data, subject);
    const questions = found.questions.filter(({ school }) => !about || school === about.key);
    if (about && questions.length === 0) return [paragraph(`По имеющимся данным вопросов нет. ${LOOKED_AT}`)];
    return [
      paragraph(INTRO),
      ...(questions.length === 0
        ? [paragraph('По имеющимся данным вопросов нет.')]
        : [table(data, questions, about === undefined)]),
      ...(about ? [] : waiting(found)),
    ];
  },
};

/** In a school's card whose question it is needs no column. */
const table = (data: ReportData, questions: readonly ObjectivityQuestion[], ofAll: boolean): PartBlock => ({
  kind: 'table',
  key: 'objectivity',
  dense: true,
  title: ofAll ? 'Вопросы школам' : 'Вопросы школе',
  columns: [
    ...(ofAll ? [leftColumn('Школа', 0.22)] : []),
    leftColumn('Предмет, класс', ofAll ? 0.18 : 0.26),
    leftColumn('Признак', ofAll ? 0.24 : 0.34),
    leftColumn('Данные', ofAll ? 0.36 : 0.4),
  ],
  rows: questions.map((question) =>
    [
      ...(ofAll ? [namesOf(data, [question.school])] : []),
      [question.subject, ...(question.grade ? [`${question.grade}${NBSP}класс`] : [])].join(', '),
      `${question.sign}: ${SIGNS[question.sign]}`,
      dataOf(question),
    ].map(textCell),
  ),
  note: 'Вопрос школе: чем это можно объяснить? Ответ даёт администрация школы.',
});

const counts = ({ k, n }: { readonly k: number; readonly n: number }): string =>
  plainCounts({ numerator: k, denominator: n, value: (100 * k) / n });

/** The numbers that the question rests on. */
export function dataOf({ sign, own, other, chance, way, low, high }: ObjectivityQuestion): string {
  const beside = other ? counts(other) : '';
  switch (sign) {
    case 'Н1':
      return `«4» и «5» – ${counts(own)}; в регионе ${beside}`;
    case 'Н2':
      return `«2» – ${counts(own)}; в регионе ${beside}; случайно так бывает в ${formatNumber(100 * (chance ?? 0), 1)}${NBSP}% случаев`;
    case 'Н4':
      return `${way === 'raised' ? 'повысили' : 'понизили'} отметку – ${counts(own)}`;
    case 'Н5':
      return `«4» и «5»: ВПР – ${counts(own)}, ОГЭ через год – ${beside}`;
    case 'Н6':
      return `«4» и «5»: год назад – ${beside}, теперь – ${counts(own)}; интервал изменения ${formatNumber(low ?? 0, 1)}…${formatNumber(high ?? 0, 1)}${NBSP}п.${NBSP}п.`;
  }
}

/** «известны по 3 из 105 работ» */
const knownOf = (known: number, all: number): string => {
  const of = counted(all, 'работы', 'работ', 'работ');
  return known === 0 ? `не известны ни по одной из ${of}` : `известны по ${formatNumber(known)} из ${of}`;
};

/** What signs are still without, and what they wait for. */
function waiting({ works, withRegion }: Objectivity): PartBlock[] {
  const region =
    withRegion === works
      ? []
      : [`Н1, Н2: результаты региона ${knownOf(withRegion, works)}; без них эти признаки не проверяются.`];
  return [
    {
      kind: 'list',
      numbered: false,
      items: [
        ...region,
        'Н3 (пик на границе отметок) ждёт распределения первичных баллов: в формах его нет, оно есть в протоколах ФИС ОКО.',
        'Н7 (сложные задания лучше простых) ждёт выполнения заданий по уровням у школы и региона.',
        'Расхождение с журналом на два балла и больше не проверяется: форма спрашивает только, понизили, подтвердили или повысили отметку.',
      ],
    },
  ];
}
