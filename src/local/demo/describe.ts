import { formulaText } from '../../messages';
import { type Due, isDerived, type Programme, periodTitle } from '../../model';

/** «в кварталах: 1, 2, 4, группа «участник»» */
const dueText = ({ quarters, groups, types }: Due): string =>
  [
    `в кварталах: ${quarters.join(', ')}`,
    ...(groups ? [`группы: ${groups.join(', ')}`] : []),
    ...(types ? [`школы типа ${types.join(', ')}`] : []),
  ].join(', ');

/** Requirement → where it lives, form → fields, indicator → formula, in Russian. */
export function describeProgramme(programme: Programme): string {
  const lines = ['Требование приказа → где выполняется'];
  for (const { id, words, lives } of programme.requirements) lines.push(`  ${id}: ${words} → ${lives}`);
  lines.push('', 'Форма → графы');
  for (const form of programme.forms) {
    lines.push(`  ${form.key} «${form.title}», сдаётся: ${form.due.map(dueText).join('; ')}`);
    for (const [key, field] of Object.entries(form.fields)) lines.push(`    ${key}: ${field.title} (${field.kind})`);
  }
  lines.push('', 'Показатель → формула');
  for (const indicator of programme.indicators) {
    const targets = indicator.targets.map(
      (target) => `; план: не менее ${target.atLeast} к ${periodTitle(target.by)}, группа «${target.group}»`,
    );
    lines.push(
      `  ${indicator.key} «${indicator.title}»: ${formulaText(indicator)}${isDerived(indicator) ? '' : ` [${indicator.from.title}]`}${targets.join('')}`,
    );
  }
  return lines.join('\n');
}
