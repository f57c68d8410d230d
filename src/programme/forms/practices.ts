import { choice, defineCheck, defineForm, link, longText, type Theme, text } from '../../model';
import { PARTICIPANT } from '../groups';

const PRACTICE = 'лучшая практика';

/** What a participant can show to others and what it needs of universities and colleges. */
export const practices = defineForm({
  key: 'practices',
  title: 'Лучшие практики и потребности',
  help: 'Чем школа может поделиться и что ей нужно от вуза или СПО. Без фамилий.',
  fields: {
    kind: choice('Что', 'Практика школы или её потребность.', [PRACTICE, 'потребность в вузе или СПО']),
    title: text('Название', 'Коротко, без фамилий.', { slot: 'third' }),
    done: longText('Что сделано или нужно', 'В чём состоит практика или потребность.'),
    proof: text('Подтверждение', 'Число или документ.', { optional: true }),
    link: link('Ссылка', 'Адрес описания или материалов.', { optional: true }),
  },
  identity: ['kind', 'title'],
  due: [{ quarters: [1, 2], groups: [PARTICIPANT], confirmed: true }],
  startingRows: 2,
  spareRows: 2,
});

const withoutProof = defineCheck({
  id: 'row/practice-without-proof',
  needs: 'row',
  form: 'practices',
  severity: 'warning',
  find: ({ rows }) =>
    rows
      .filter(({ entry: { texts } }) => texts.kind === PRACTICE && !texts.proof && !texts.link)
      .map((at) => ({ at, field: 'proof', details: {} })),
  words: (_, { column }) => `${column}: пусто; впишите число или документ, без них это не практика`,
  cases: [
    {
      form: 'practices',
      rows: [{ kind: PRACTICE, title: 'Смешанные группы', done: 'Чтение вместе с 2 классом' }],
      says: ['1: «Подтверждение»: пусто; впишите число или документ, без них это не практика'],
    },
    {
      form: 'practices',
      rows: [
        { kind: PRACTICE, title: 'Смешанные группы', done: 'Чтение вместе с 2 классом', proof: 'Справка № 4' },
        { kind: 'потребность в вузе или СПО', title: 'Практиканты', done: 'Учитель физики на четверть' },
      ],
      says: [],
    },
  ],
});

export const practiceTheme: Theme = { form: practices, indicators: [], checks: [withoutProof] };
