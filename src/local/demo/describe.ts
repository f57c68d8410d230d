import { checksOf } from '../../domain';
import {
  type Answer,
  type Check,
  type Due,
  formulaText,
  handOf,
  isDerived,
  type Kept,
  type Programme,
  quarterTitle,
  type Register,
  type Requirement,
  type Target,
} from '../../model';
import { TABS } from '../../workbook';

/** «в кварталах: 1, 2, 4, группа «участник»» */
function dueText({ quarters, types, ...due }: Due): string {
  const listed = (words: string, values: readonly (string | number)[] | undefined): string[] =>
    values ? [`${words}: ${values.join(', ')}`] : [];
  return [
    `в кварталах: ${quarters.join(', ')}`,
    ...listed('группы', due.groups),
    ...listed('кроме групп', due.exceptGroups),
    ...(types ? [`школы типа ${types.join(', ')}`] : []),
    ...listed('годы', due.years),
    ...listed('кроме лет', due.exceptYears),
    ...(due.grades ? [`классы ${due.grades.join('–')}`] : []),
    ...(due.only ? [`только: ${Object.values(due.only).flat().join('; ')}`] : []),
    ...(due.wholeSchool ? ['одной строкой на школу'] : []),
    ...(due.confirmed ? ['только подтвердить'] : []),
  ].join(', ');
}

const TAB_TITLES = {
  status: TABS.status,
  overview: TABS.overview,
  targets: TABS.targets,
  schools: TABS.schools,
} as const;

/** One answer in words: which tab and column, indicator, target, setting or report. */
function answerText({ forms, registers, indicators, settings }: Programme, answer: Answer): string {
  const titled = (kept: readonly Kept[], key: string, field: string): string => {
    const own = kept.find((item) => item.key === key);
    return `«${own?.title ?? key}», графа «${own?.fields[field]?.title ?? field}»`;
  };
  if ('form' in answer) return `форма ${answer.form} ${titled(forms, answer.form, answer.field)}`;
  if ('register' in answer) {
    const words = Object.values(answer.where ?? {})
      .flat()
      .join(', ');
    return `реестр ${answer.register} ${titled(registers, answer.register, answer.field)}${words && ` (${words})`}`;
  }
  if ('indicator' in answer)
    return `показатель ${answer.indicator} «${indicators.find(({ key }) => key === answer.indicator)?.title}»`;
  if ('target' in answer) return `вкладка «${TABS.targets}», цель ${answer.target}`;
  if ('setting' in answer) return `настройка «${settings.find(({ key }) => key === answer.setting)?.title}»`;
  if ('tab' in answer) return `вкладка «${TAB_TITLES[answer.tab]}»`;
  const section = answer.section === undefined ? '' : `, раздел «${answer.section}»`;
  return `отчёт ${answer.report}${section}${answer.waits ? ' (будет)' : ''}`;
}

/** What the requirement names, and the registers that say that they answer it. */
function answersIn(programme: Programme, { id, answers }: Requirement): string {
  const named = answers.map((answer) => answerText(programme, answer));
  const registers = programme.registers.filter(
    (register) =>
      register.answers.includes(id) &&
      !answers.some((answer) => 'register' in answer && answer.register === register.key),
  );
  return [...named, ...registers.map(({ key, title }) => `реестр ${key} «${title}»`)].join('; ');
}

const HANDS = { order: 'словами приказа', coordinator: 'заполняется', computed: 'считается' } as const;

function describeRegister(register: Register): string[] {
  const { key, title, fields, status, starts, frozen } = register;
  return [
    `  ${key} «${title}», строк приказа: ${starts.length}${frozen ? ', хранится в снимке закрытого периода' : ''}`,
    ...Object.entries(fields).map(
      ([name, field]) => `    ${name}: ${field.title} (${field.kind}, ${HANDS[handOf(register, name)]})`,
    ),
    ...(status ? [`    статусы: ${status.cycle.states.map((state) => state.title).join(' → ')}`] : []),
  ];
}

const LOOKS: Readonly<Record<Check['needs'], string>> = {
  row: 'строка',
  form: 'строки формы',
  tab: 'другие формы вкладки',
  whole: 'вся вкладка',
  before: 'прошлый период',
  year: 'год назад',
  district: 'другие школы',
  memory: 'что помнит вкладка',
};

/** Every check once: whose form, how far it looks, and what it says in its first example. */
function describeChecks(programme: Programme): string[] {
  const of = checksOf(programme);
  const checks = new Map(programme.forms.flatMap((form) => of(form).map((check) => [check.id, check] as const)));
  const titles = new Map(programme.forms.map(({ key, title }) => [key, `«${title}»`]));
  return [...checks.values()].map(({ id, form, severity, needs, cases }) => {
    const said = (cases.flatMap(({ says }) => says)[0] ?? '').replace(/^\d+: /, '');
    const whose = form === undefined ? 'все формы' : titles.get(form);
    return `  ${id}: ${whose}, ${severity === 'error' ? 'ошибка' : 'вопрос'}, смотрит: ${LOOKS[needs]}${said === '' ? '' : ` (${said})`}`;
  });
}

const planOf = ({ atLeast, trend }: Target): string =>
  atLeast === null ? (trend === 'down' ? 'снижение' : 'рост') : `не менее ${atLeast}`;
const whose = ({ group, of }: Target): string =>
  `${group === '' ? 'все школы' : `группа «${group}»`}${of === undefined ? '' : `, ${of}`}`;

/** Requirement → where it lives, form → fields, indicator → formula, checks, in Russian. */
export function describeProgramme(programme: Programme): string {
  const lines = ['Требование приказа → где выполняется'];
  for (const requirement of programme.requirements)
    lines.push(`  ${requirement.id}: ${requirement.words} → ${answersIn(programme, requirement)}`);
  lines.push('', 'Форма → графы');
  for (const form of programme.forms) {
    lines.push(`  ${form.key} «${form.title}», сдаётся: ${form.due.map(dueText).join('; ')}`);
    for (const [key, field] of Object.entries(form.fields)) lines.push(`    ${key}: ${field.title} (${field.kind})`);
  }
  lines.push('', 'Реестр → поля');
  for (const register of programme.registers) lines.push(...describeRegister(register));
  lines.push('', 'Показатель → формула');
  for (const indicator of programme.indicators) {
    const targets = indicator.targets.map(
      (target) => `; цель ${target.id}: ${planOf(target)} – срок ${quarterTitle(target.by)}, ${whose(target)}`,
    );
    lines.push(
      `  ${indicator.key} «${indicator.title}»: ${formulaText(indicator)}${isDerived(indicator) ? '' : ` [${indicator.from.title}]`}${targets.join('')}`,
    );
  }
  for (const { key, title, formula, targets } of programme.measures ?? []) {
    const own = targets.map(
      (target) => `; цель ${target.id}: ${planOf(target)} – срок ${quarterTitle(target.by)}, ${whose(target)}`,
    );
    lines.push(`  ${key} «${title}»: ${formula}${own.join('')}`);
  }
  lines.push('', 'Проверка → что она смотрит', ...describeChecks(programme));
  return lines.join('\n');
}
