import { checksOf } from '../../domain';
import { formulaText } from '../../messages';
import {
  type Check,
  type Due,
  handOf,
  isDerived,
  type Programme,
  periodTitle,
  type Register,
  type Requirement,
  type Target,
} from '../../model';

/** «в кварталах: 1, 2, 4, группа «участник»» */
const dueText = ({ quarters, groups, types }: Due): string =>
  [
    `в кварталах: ${quarters.join(', ')}`,
    ...(groups ? [`группы: ${groups.join(', ')}`] : []),
    ...(types ? [`школы типа ${types.join(', ')}`] : []),
  ].join(', ');

/** What the requirement says of itself, and the registers that answer it. */
const livesIn = ({ registers }: Programme, { id, lives }: Requirement): string =>
  [
    ...(lives === '' ? [] : [lives]),
    ...registers.filter(({ answers }) => answers.includes(id)).map(({ key, title }) => `реестр ${key} «${title}»`),
  ].join('; ');

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
  before: 'прошлый период',
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
    lines.push(`  ${requirement.id}: ${requirement.words} → ${livesIn(programme, requirement)}`);
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
      (target) => `; цель ${target.id}: ${planOf(target)} к ${periodTitle(target.by)}, ${whose(target)}`,
    );
    lines.push(
      `  ${indicator.key} «${indicator.title}»: ${formulaText(indicator)}${isDerived(indicator) ? '' : ` [${indicator.from.title}]`}${targets.join('')}`,
    );
  }
  for (const { key, title, formula, targets } of programme.measures ?? []) {
    const own = targets.map(
      (target) => `; цель ${target.id}: ${planOf(target)} к ${periodTitle(target.by)}, ${whose(target)}`,
    );
    lines.push(`  ${key} «${title}»: ${formula}${own.join('')}`);
  }
  lines.push('', 'Проверка → что она смотрит', ...describeChecks(programme));
  return lines.join('\n');
}
