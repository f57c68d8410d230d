import { type Field, type Form, type Issue, quoted, REMARK_SIGNS, type SumRule } from '../model';

/** The words of a problem by its id: what is wrong and what to do. The place is said apart. */
type Words = (issue: Issue, form: Form) => string;

const fieldOf = (form: Form, issue: Issue): Field | undefined =>
  issue.field === undefined ? undefined : form.fields[issue.field];
const column = (form: Form, issue: Issue): string => quoted(fieldOf(form, issue)?.title ?? '');
const ruleOf = (form: Form, issue: Issue): SumRule | undefined =>
  form.sums.find((rule) => rule.id === issue.details.rule);

function sumWords(issue: Issue, form: Form): string {
  const { sum, whole } = issue.details;
  const parts = ruleOf(form, issue)?.title ?? '';
  return issue.id === 'row/sum-exceeds-whole'
    ? `${parts} дают ${sum}, а в графе ${column(form, issue)} стоит ${whole}: исправьте одно из чисел`
    : `${parts} дают ${sum}, в графе ${column(form, issue)} стоит ${whole}: проверьте или напишите пояснение`;
}

const WORDS: Readonly<Record<string, Words>> = {
  'cell/date': (issue, form) =>
    `${column(form, issue)}: ввод превратился в дату ${issue.details.found}; введите ${fieldOf(form, issue)?.kind === 'decimal' ? 'число через запятую' : 'целое число'} (если снова дата – меню «Формат», «Числа», «Автоматически»)`,
  'cell/percent': (issue, form) =>
    `${column(form, issue)}: введено в процентах (${issue.details.found}), нужно число обучающихся (если снова проценты – меню «Формат», «Числа», «Автоматически»)`,
  'cell/fraction': (issue, form) => `${column(form, issue)}: указано ${issue.details.found}, нужно целое число`,
  'cell/negative': (issue, form) =>
    `${column(form, issue)}: указано ${issue.details.found}, число не может быть меньше 0`,
  'cell/not-a-number': (issue, form) =>
    `${column(form, issue)}: указано «${issue.details.found}», нужно число без слов и знаков`,
  'cell/nothing-word': (issue, form) =>
    `${column(form, issue)}: указано «${issue.details.found}»; если таких нет, поставьте 0, если данных нет – оставьте пустым и напишите пояснение`,
  'cell/too-long': (issue, form) =>
    `${column(form, issue)}: слишком длинный текст (${issue.details.length} знаков, можно ${issue.details.limit}); сократите`,
  'cell/formula-error': (issue, form) =>
    `${column(form, issue)}: формула дала ошибку ${issue.details.found}; введите число`,
  'cell/text-became-date': (issue, form) =>
    `${column(form, issue)}: ввод превратился в дату ${issue.details.found}; поставьте перед текстом апостроф: '1-4`,
  'cell/not-a-date': (issue, form) =>
    `${column(form, issue)}: указано «${issue.details.found}», нужна дата вида 12.05.2023`,
  'cell/not-a-text': (issue, form) => `${column(form, issue)}: указано «${issue.details.found}», нужны слова`,
  'cell/not-in-list': (issue, form) =>
    `${column(form, issue)}: указано «${issue.details.found}», выберите из списка: ${(fieldOf(form, issue)?.choices ?? []).join(', ')}`,
  'cell/required': (issue, form) => `${column(form, issue)}: пусто, без этого строку нельзя учесть; заполните`,
  'cell/blank': (issue, form) => `${column(form, issue)}: пусто; если таких нет, поставьте 0`,
  'cell/unlikely': (issue, form) =>
    `${column(form, issue)}: указано ${issue.details.found}, это больше обычного (${issue.details.limit}); проверьте или напишите пояснение`,
  'cell/unknown-grade': (issue, form) =>
    `${column(form, issue)}: указано «${issue.details.found}», нужен номер класса (5) или объединение через дефис (1-4)`,
  'cell/personal-data': (issue) =>
    `похоже на личные данные (${issue.details.kind}): удалите, в книге ведутся только числа`,
  'row/misplaced': (issue) =>
    `${MISPLACED}: «${issue.details.found}» стоит не в своём столбце; верните их на место или введите строку заново`,
  'row/not-counted': (issue) => `строка не учтена сводом: ${issue.details.found}`,
  'cell/total-row': (issue, form) =>
    `${column(form, issue)}: указано «${issue.details.found}»; строку итогов удалите, итоги считаются сами`,
  'row/changed-unseen': () =>
    `${CHANGED_UNSEEN} (сортировка, вставка, отмена): убедитесь, что они стоят в своих строках, и поставьте галочку «Проверить»`,
  'row/not-started': () => 'строка не заполнена: введите числа или удалите строку',
  'row/sum-exceeds-whole': sumWords,
  'row/sum-below-whole': sumWords,
  'row/part-exceeds-whole': (issue, form) =>
    `${column(form, issue)}: часть (${issue.details.part}) больше целого (${issue.details.whole}) или меньше 0; исправьте`,
  'row/duplicate': (issue) =>
    `такая же строка уже есть (№ ${issue.details.rows} по порядку): оставьте одну; пока их несколько, не учтена ни одна`,
  'row/overlap': (issue) =>
    `эти же классы стоят в строке № ${issue.details.rows} по порядку: обучающиеся учтены дважды; оставьте одну, пока не учтена ни одна`,
  'row/class-not-listed': (issue) =>
    `класса ${issue.details.class} нет в форме «Классы»: добавьте его туда или исправьте здесь`,
  'row/enrolled-differs': (issue) =>
    `класс ${issue.details.class}: по списку ${issue.details.enrolled}, а в форме «Классы» ${issue.details.expected}; исправьте или напишите пояснение`,
  'row/grade-not-taught': (issue) =>
    `${issue.details.found} класс: в школе типа ${issue.details.type} его нет; проверьте`,
  'row/small-group': (issue, form) =>
    `в группе ${issue.details.enrolled} чел., меньше ${issue.details.limit}: по графе ${column(form, issue)} можно узнать ребёнка; объедините классы или дайте одну строку на школу`,
  'form/missing-classes': (issue) =>
    `нет строк для классов: ${issue.details.classes}; добавьте их, а если данных нет – строку с классом и пояснением`,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong and what to do, without the place: «Графа „«5»“: …». */
export function issueWords(issue: Issue, form: Form): string {
  const words = WORDS[issue.id];
  if (!words) throw new Error(`no sentence for ${issue.id}`);
  return capital(words(issue, form));
}

/** The whole sentence with its place, for lists and for results. */
export function issueSentence(issue: Issue, form: Form): string {
  const place = issue.row > 0 ? `форма «${form.title}», строка № ${issue.row}` : `форма «${form.title}»`;
  return `${capital(place)}. ${issueWords(issue, form)}.`;
}

/** How the school's word of explanation stands to the warnings of its row. */
export type Explanation = 'none' | 'given' | 'stale';

/** The cells of the row stand in other columns than they were typed in. */
export const MISPLACED = 'ячейки строки сдвинуты';
/** A remark with these words has shown a person that the row changed while nobody typed there. */
export const CHANGED_UNSEEN = 'числа изменились без проверки';
export const EXPLAINED = `${REMARK_SIGNS.explained} Пояснено`;
export const STALE = 'пояснение дано к прежнему числу, дополните его';
const ERROR = `${REMARK_SIGNS.error} Ошибка`;
const WARNING = `${REMARK_SIGNS.warning} Проверьте`;

/** The warnings of a row as one phrase; '' when there are none. */
export const warningWords = (issues: readonly Issue[], form: Form): string =>
  joined(
    issues.filter((issue) => issue.severity === 'warning'),
    form,
  ).join('; ');

/** The text of a row's remark cell: errors first, each kind of problem once; '' when all is well. */
export function remarkOf(issues: readonly Issue[], form: Form, explanation: Explanation): string {
  const errors = joined(
    issues.filter((issue) => issue.severity === 'error'),
    form,
  ).join('; ');
  const warnings = warningWords(issues, form);
  const sign = explanation === 'given' ? EXPLAINED : WARNING;
  const parts = [
    ...(errors ? [`${ERROR}: ${errors}.`] : []),
    ...(warnings ? [`${sign}: ${warnings}${explanation === 'stale' ? ` (${STALE})` : ''}.`] : []),
  ];
  return parts.join(' ');
}

/** Several blanks of one row become one sentence. */
function joined(issues: readonly Issue[], form: Form): string[] {
  const blank = issues.filter((issue) => issue.id === 'cell/blank');
  const others = issues.filter((issue) => issue.id !== 'cell/blank').map((issue) => lower(issueWords(issue, form)));
  if (blank.length === 0) return others;
  const columns = blank.map((issue) => column(form, issue)).join(', ');
  return [...others, `пусто: ${columns}; если таких нет, поставьте 0`];
}

const lower = (text: string): string =>
  /^[А-ЯЁ][а-яё]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
