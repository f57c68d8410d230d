import type {
  PanelAnswer,
  ReportAnswer,
  ReportContents,
  SetUpContents,
  SetUpDraft,
  SetUpStep,
  SetUpWrong,
} from '../../src/model';
import { District } from './district';

/** From an empty spreadsheet to a report: what the coordinator does herself, each click or choice by its name. */
const district = new District();
const actions: string[] = [];
function done<T>(what: string, work: () => T): T {
  actions.push(what);
  return work();
}
function panel<T>(key: string, action: string, ...args: unknown[]): T {
  const answer = district.runtime.run('panelCall', [key, action, args]) as PanelAnswer<T>;
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
}

/** What the page of «Первая настройка» does at one click of «Создать вкладки». */
function createTabs({ period, schools, deadlines }: SetUpContents): SetUpStep {
  const days = Object.fromEntries(deadlines.map(({ key, value }) => [key, value]));
  const draft: SetUpDraft = { period, schools, closed: [], deadlines: days };
  expect(panel<SetUpWrong[]>('set-up', 'save', draft)).toEqual([]);
  let step = panel<SetUpStep>('set-up', 'create');
  while (step.more) step = panel<SetUpStep>('set-up', 'create');
  return step;
}

test('from an empty spreadsheet a coordinator reaches a finished report in at most ten actions of her own', () => {
  done('меню: «Настройка», «Первая настройка…»', () => district.runtime.run('openSetUp'));
  const contents = panel<SetUpContents>('set-up', 'load');
  done('«Дальше»: прочитано, что делает надстройка', () => undefined);
  done('«Дальше»: прочитано о разрешениях', () => undefined);
  expect(done('«Создать вкладки»', () => createTabs(contents)).title).toBe('Вкладки готовы');
  const automation = done('«Включить автоматический сбор»', () => panel<SetUpStep>('set-up', 'automate'));
  expect(automation.title).toBe('Автоматический сбор включён');

  district.schools = contents.schools;
  for (const { key } of district.schools) {
    district.runtime.book.editors.add(`${key}@school.example`);
    district.fill(key);
    district.type(key, 'D4', true);
  }

  done('меню: «Панель координатора»', () => district.runtime.run('openCoordinator'));
  expect(done('«Собрать свод»', () => panel<{ title: string }>('coordinator', 'collect')).title).toBe('Свод собран');
  done('меню: «Построить отчёт…»', () => district.runtime.run('openReport'));
  const { kinds, periods } = panel<ReportContents>('report', 'load');
  const request = { kind: kinds[0]!.key, period: periods[0]!.key, edition: 'служебная', subject: null };
  const answer = done('«Построить»', () => panel<ReportAnswer>('report', 'build', request));
  expect(answer).toMatchObject({ built: { title: expect.stringContaining('II квартал 2023') } });
  expect(actions).toHaveLength(9);
});
