import { shortName } from '../model';

/** A tab beside a school's own that says it is that school's. `differs`: its numbers may be those of another school. */
export function surplusSentence(tab: string, school: string, differs: boolean): string {
  const which = `Лишняя вкладка «${shortName(tab)}» (${shortName(school)})`;
  return differs
    ? `${which}: не учитывается. Шапка этой школы, а числа отличаются и могут быть другой школы: перенесите нужные на вкладку той, чьи они, и удалите лишнюю.`
    : `${which}: её данные не учитываются. Перенесите нужное и удалите её.`;
}
