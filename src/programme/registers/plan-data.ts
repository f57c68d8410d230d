import { type CollectedPeriod, counted, quarterTitle, type RegisterRow, type World } from '../../model';
import { PARTICIPANT } from '../groups';

/** What data show of a row of the plan: in words, and whether all of it is done. */
interface Shown {
  readonly words: string;
  readonly isWhole?: boolean;
}
type Show = (world: World) => Shown | null;

const schools = (count: number): string => counted(count, 'школа', 'школы', 'школ');
const lastWith = (world: World, has: (period: CollectedPeriod) => boolean): CollectedPeriod | undefined =>
  [...world.collected].reverse().find(has);

/** Schools that have filled any of the forms in the last quarter in which somebody did. */
const filled =
  (what: string, ...forms: readonly string[]): Show =>
  (world) => {
    const schoolsIn = (period: CollectedPeriod) => new Set(forms.flatMap((form) => period.filled[form] ?? []));
    const last = lastWith(world, (period) => schoolsIn(period).size > 0);
    return last ? { words: `${what}: ${schools(schoolsIn(last).size)}, ${quarterTitle(last.period)}` } : null;
  };

const handedIn: Show = (world) => {
  const last = lastWith(world, (period) => period.handedIn > 0);
  return last ? { words: `Сдали ${last.handedIn} из ${last.schools}, ${quarterTitle(last.period)}` } : null;
};

const reportsBuilt: Show = ({ reports }) => {
  const periods = [...new Set(reports.filter(({ kind }) => kind === 'district').map(({ period }) => period))].sort();
  const last = periods[periods.length - 1];
  return last === undefined ? null : { words: `Справок: ${periods.length}, последняя – ${quarterTitle(last)}` };
};

const held =
  (...kinds: readonly string[]): Show =>
  ({ registers }) => {
    const done = (registers.events ?? []).filter(
      ({ kind, status }) => kinds.includes(String(kind)) && (status === 'проведено' || status === 'устранено'),
    );
    return done.length === 0 ? null : { words: `Проведено мероприятий: ${done.length}` };
  };

const inForce =
  (...kinds: readonly string[]): Show =>
  ({ registers }) => {
    const agreed = (registers.partners ?? []).filter(
      ({ kind, status }) => kinds.includes(String(kind)) && status === 'действует',
    );
    return agreed.length === 0 ? null : { words: `Действует партнёрств: ${agreed.length}` };
  };

/** Every participant has looked into what hinders it and has its programme. */
const programmesMade: Show = (world) => {
  const wanted = world.schools.filter(({ group }) => group === PARTICIPANT).map(({ key }) => key);
  const has = (form: string) => new Set(world.collected.flatMap((period) => period.filled[form] ?? []));
  const [profiles, programmes] = [has('riskProfile'), has('programme')];
  const ready = wanted.filter((key) => profiles.has(key) && programmes.has(key)).length;
  if (profiles.size + programmes.size === 0) return null;
  return { words: `Профиль и программа: ${ready} из ${wanted.length}`, isWhole: ready > 0 && ready === wanted.length };
};

const SHOWN: Readonly<Record<string, Show>> = {
  '1.1.2': filled('Паспорта', 'context'),
  '1.1.3': held('консультация', 'семинар', 'выезд', 'наставничество', 'аудит'),
  '1.1.4': programmesMade,
  '2.1': handedIn,
  '2.2': reportsBuilt,
  'Мера 1.1': filled('Отметки, итоги, паспорта', 'marks', 'pupils', 'context'),
  'Мера 1.2': filled('Охват, олимпиады', 'coverage', 'achievements'),
  'Мера 1.3': filled('Кадры', 'staff'),
  'Мера 1.4': held('консультация'),
  'Мера 1.5': filled('Контрольные работы', 'controlWorks'),
  'Мера 2.1': inForce('сетевое сообщество', 'общий педагог', 'общее оборудование'),
  'Мера 2.2': filled('Партнёрство', 'partnership'),
  'Мера 2.3': inForce('с учреждением ДОД'),
  'Мера 3.1': filled('Кадры', 'staff'),
  'Мера 3.2': filled('Охват', 'coverage'),
  'Мера 4.1': held('лекция', 'мастер-класс'),
};

/** What data say of a row of the plan, and the status that follows; null where they say nothing. */
export function shownByData(row: RegisterRow, world: World): { readonly said: string; readonly status: string } | null {
  const shown = row.part === 'сверх приказа' ? null : (SHOWN[String(row.number)]?.(world) ?? null);
  if (!shown) return null;
  const isOver = String(row.dueTo) < world.today && shown.isWhole !== false;
  return { said: shown.words, status: isOver || shown.isWhole === true ? 'выполнено' : 'в работе' };
}
