import type { ObjectivityRules, Setting } from '../model';

/** Signs that ask for a look at a work's results: domain.md 1.4, the bounds are ours. */
export const objectivity: ObjectivityRules = {
  works: 'vpr',
  exam: 'oge',
  examAfter: 8,
  regional: 'ВПР',
  settings: {
    participants: 'objectivity-participants',
    excess: 'objectivity-excess',
    chance: 'objectivity-chance',
    shift: 'objectivity-shift',
    examGap: 'objectivity-exam-gap',
    jump: 'objectivity-jump',
  },
};

const points = (key: string, title: string, value: number): Setting => ({
  key,
  title,
  value,
  help: 'В процентных пунктах или процентах, от 0 до 100. Граница предложена авторами, федеральных порогов нет.',
  kind: 'number',
  atLeast: 0,
  atMost: 100,
});

export const objectivitySettings: readonly Setting[] = [
  {
    key: 'objectivity-participants',
    title: 'Вопросы к объективности: работы с меньшим числом участников не рассматриваются',
    value: 10,
    help: 'Меньше 10 участников признак ничего не значит.',
    kind: 'number',
    whole: true,
    atLeast: 1,
    atMost: 100,
  },
  points('objectivity-excess', 'Н1: доля «4» и «5» выше региональной больше чем на', 15),
  {
    key: 'objectivity-chance',
    title: 'Н2: «2» нет, хотя случайно так бывает реже чем в доле случаев',
    value: 0.05,
    help: 'Число от 0 до 1; обычно 0,05.',
    kind: 'share',
  },
  points('objectivity-shift', 'Н4: понизили или повысили отметку журнала не меньше', 30),
  points('objectivity-exam-gap', 'Н5: ВПР в 8 классе выше ОГЭ через год больше чем на', 25),
  points('objectivity-jump', 'Н6: у тех же детей за год изменилось больше чем на', 15),
];
