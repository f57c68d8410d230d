import type { PanelAnswer, SetUpContents, SetUpDraft, SetUpStep, SetUpWrong } from '../../src/model';
import { accountOf, District, linesOf } from './district';

function call<T>(district: District, action: string, args: unknown[] = [], user?: string): T {
  const answer = district.runtime.run('panelCall', ['set-up', action, args], user ? { user } : {}) as PanelAnswer<T>;
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
}
const load = (district: District) => call<SetUpContents>(district, 'load');
const draftOf = ({ period, schools, deadlines }: SetUpContents): SetUpDraft => ({
  period,
  schools,
  closed: [],
  deadlines: Object.fromEntries(deadlines.map(({ key, value }) => [key, value])),
});
const save = (district: District, draft: SetUpDraft) => call<SetUpWrong[]>(district, 'save', [draft]);
function create(district: District): SetUpStep {
  for (let clicks = 1; clicks <= 8; clicks += 1) {
    const step = call<SetUpStep>(district, 'create');
    if (!step.more) return step;
  }
  throw new Error('the tabs are not ready');
}
const named = (name: string, more: object = {}) => ({
  ...{ key: '', name, type: 'СОШ', group: 'участник', partner: '', mail: '', editors: '', extended: '' },
  ...more,
});

const made = new District();
const fresh = draftOf(load(made));
const NEW = { ...fresh, schools: [named('МОБУ Зареченская СОШ №1'), named('МОКУ Луговская ООШ', { type: 'ООШ' })] };
const before = [...linesOf(made.runtime.book)].length;

test('an empty spreadsheet is described by what the programme starts with, and nothing is made by looking', () => {
  const district = new District();
  const contents = load(district);
  expect(contents).toMatchObject({ isNew: true, period: '2023-Q2', automatic: false });
  expect(contents.periods.map(({ key }) => key)).toContain('2023-Q3');
  expect(contents.schools.length).toBeGreaterThan(0);
  expect(contents.deadlines.map(({ value }) => value)).toContain('15 июня');
  expect([...linesOf(district.runtime.book)]).toHaveLength(before);
});

describe('saved and created', () => {
  const wrong = save(made, { ...NEW, deadlines: { ...NEW.deadlines, 'deadline-q2': '20 июня' } });
  const done = create(made);

  test('the district’s own schools have their tabs, under keys made of their names', () => {
    expect(wrong).toEqual([]);
    expect(done).toMatchObject({ title: 'Вкладки готовы', more: false });
    const { isNew, schools } = load(made);
    expect(isNew).toBe(false);
    expect(schools.map(({ key, name }) => [key, name])).toEqual([
      ['zarechenskaya-sosh-1', 'МОБУ Зареченская СОШ №1'],
      ['lugovskaya-oosh', 'МОКУ Луговская ООШ'],
    ]);
    expect(made.value('МОКУ Луговская ООШ', 'A1')).toBe('head/school/lugovskaya-oosh/ООШ');
    expect(String(made.value('МОКУ Луговская ООШ', 'G1'))).toMatch(/сдать до 20\sиюня/);
  });

  test('saved and created once more nothing changes', () => {
    const copy = made.copy();
    const lines = linesOf(copy.runtime.book);
    expect(save(copy, draftOf(load(copy)))).toEqual([]);
    expect(create(copy).lines.join()).toContain('ничего не изменено');
    expect([...linesOf(copy.runtime.book)].filter(([key, line]) => lines.get(key) !== line)).toEqual([]);
  });

  test('a school is renamed with its tab, another is added, the editors of a tab are those who were named', () => {
    const copy = made.copy();
    const teacher = 'teacher@school.example';
    copy.runtime.book.editors.add(teacher);
    copy.runtime.book.editors.add('stranger@school.example');
    const [first, second] = load(copy).schools;
    const schools = [
      {
        ...first!,
        name: 'МОБУ Зареченский лицей',
        mail: 'school@school.example',
        editors: teacher,
        extended: '2023-07-05',
      },
      second!,
      named('Новая СОШ'),
    ];
    expect(save(copy, { ...draftOf(load(copy)), schools })).toEqual([]);
    create(copy);
    expect(copy.value('МОБУ Зареченский лицей', 'A1')).toBe('head/school/zarechenskaya-sosh-1/СОШ');
    expect(load(copy).schools[0]).toMatchObject({ mail: 'school@school.example', extended: '2023-07-05' });
    expect(copy.values('Школы').flat()).toContain('05.07.2023');
    expect(copy.value('МОБУ Зареченский лицей', 'G1')).toMatch(/сдать до 5\sиюля$/);
    expect(copy.value('Новая СОШ', 'A1')).toBe('head/school/novaya-sosh/СОШ');
    const { SHEET } = (copy.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp)
      .ProtectionType;
    const [protection] = copy.sheet('МОБУ Зареченский лицей').getProtections(SHEET);
    const editors = protection!.getEditors().map((user) => user.getEmail());
    expect(editors).toContain(teacher);
    expect(editors).not.toContain('stranger@school.example');
  });

  test('a school that hands in no more loses row and tab, the others stay as they are', () => {
    const copy = made.copy();
    const draft = draftOf(load(copy));
    expect(save(copy, { ...draft, schools: [draft.schools[0]!], closed: ['lugovskaya-oosh'] })).toEqual([]);
    create(copy);
    expect(load(copy).schools.map(({ key }) => key)).toEqual(['zarechenskaya-sosh-1']);
    expect(copy.spreadsheet().getSheetByName('МОКУ Луговская ООШ')).toBeNull();
    expect(copy.values('Журнал').flat().join()).toContain('Школы закрыты');
  });

  test('what cannot be is named school by school, and nothing is written', () => {
    const copy = made.copy();
    const lines = linesOf(copy.runtime.book);
    const draft = draftOf(load(copy));
    const schools = [
      ...draft.schools,
      named('Журнал'),
      named('Новая', { type: '', editors: 'не почта', extended: 'летом' }),
    ];
    const told = save(copy, { ...draft, schools, deadlines: { 'deadline-q2': 'летом' } });
    expect(told.map(({ school }) => school)).toEqual([2, 3, 3, 3, undefined]);
    expect(told.map(({ words }) => words).join(' ')).toMatch(
      /служебная вкладка.*тип не выбран.*отсрочка «летом» – не день.*не адрес почты.*число и месяц/,
    );
    expect([...linesOf(copy.runtime.book)].filter(([key, line]) => lines.get(key) !== line)).toEqual([]);
  });

  test('another period is chosen from the list, and the tabs nobody has filled yet follow', () => {
    const copy = made.copy();
    save(copy, { ...draftOf(load(copy)), period: '2023-Q3' });
    create(copy);
    expect(load(copy).period).toBe('2023-Q3');
    expect(copy.value('МОКУ Луговская ООШ', 'A2')).toContain('2023-Q3');
  });

  test('consolidations by themselves are switched on from the panel', () => {
    const copy = made.copy();
    expect(call<SetUpStep>(copy, 'automate').title).toBe('Автоматический сбор включён');
    expect(load(copy).automatic).toBe(true);
    expect(copy.runtime.triggers.length).toBeGreaterThan(0);
  });

  test('nobody but a coordinator may', () => {
    const copy = made.copy();
    const school = accountOf('s1');
    copy.runtime.book.editors.add(school);
    copy.runtime.grant(school);
    for (const action of ['save', 'create', 'automate'])
      expect(() => call(copy, action, [NEW], school)).toThrow('Это делает координатор');
  });

  test('values that the authors propose are taken by a click, marked as theirs; the district’s own stay', () => {
    const district = made.copy();
    const settings = () =>
      new Map(district.values('Настройки').map((cells): [string, unknown] => [String(cells[0]), cells[2]]));
    const noteOf = (key: string) => district.sheet('Настройки').getRange(district.rowOf('Настройки', key), 3).getNote();
    district.set('low:low-income-rate', '0,2');
    const offered = load(district).proposals.map(({ key }) => key);
    expect(offered).toContain('high:registered-rate');
    expect(offered).not.toContain('high:low-income-rate');
    expect(call<string>(district, 'takeProposals')).toMatch(/^Предложенные значения приняты: 7\. /);
    expect(settings().get('high:registered-rate')).toBe(0.1);
    expect(settings().get('low:low-income-rate')).toBe(0.2);
    expect(settings().get('high:low-income-rate')).toBe(1);
    expect(noteOf('high:registered-rate')).toMatch(
      /^Предложение авторов надстройки, не из источника\. Принято районом/,
    );
    expect(load(district).proposals).toEqual([]);
    expect(call<string>(district, 'takeProposals')).toMatch(/^Принимать нечего/);
  });

  test('permissions are told one by one; one that was refused has its link', () => {
    const copy = made.copy();
    expect(load(copy)).toMatchObject({ grantUrl: '' });
    copy.runtime.uncertain.refusedScopes = ['https://www.googleapis.com/auth/script.send_mail'];
    const { permissions, grantUrl } = load(copy);
    expect(permissions.filter(({ granted }) => !granted).map(({ title }) => title)).toEqual(['отправлять письма']);
    expect(grantUrl).toMatch(/^https:/);
  });
});
