import { District, OWNER } from './district';

const PERIOD = '2023-Q2';
const SECOND = 'second@example.org';
const HOUR = 3_600_000;

interface Built {
  readonly id: string;
  readonly words: string;
}

/** Two schools' data consolidated; a second coordinator. */
function ready(): District {
  const district = District.ready();
  district.fill('s1');
  district.fill('s2', 1);
  district.click('consolidateWorkbook');
  district.runtime.book.editors.add(SECOND);
  district.runtime.grant(SECOND);
  const { SpreadsheetApp } = district.runtime.globals as {
    SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  };
  for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE])
    for (const protection of district.spreadsheet().getProtections(kind)) protection.addEditor(SECOND);
  return district;
}

const prepared = ready();
const build = ({ runtime }: District, user = OWNER) =>
  runtime.run('buildReport', ['district', PERIOD, 'служебная'], { user }) as Built;

/** A click on «Построить отчёт» with the answers that a person would give; what was shown, dialogs and outcome. */
function click({ runtime }: District, answers: string[] = [], user = OWNER) {
  const from = runtime.shown.length;
  runtime.answers.push(...answers);
  runtime.run('buildDistrictReport', undefined, { user });
  return runtime.shown.slice(from).map((each) => ('html' in each ? each.html : each.message));
}

let changes = 0;
/** Other figures, so that the report has to be written anew. */
function change(district: District): void {
  changes += 1;
  district.enter('s1', 'pupils', 1, 'failing', String(3 + (changes % 2)));
  district.click('consolidateWorkbook');
}

/** Built an hour ago. */
function built(): { district: District; id: string } {
  const district = prepared.copy();
  district.runtime.book.editors.add(SECOND);
  district.runtime.grant(SECOND);
  const { id } = build(district);
  district.runtime.advance(HOUR);
  return { district, id };
}

const drive = ({ runtime }: District) => runtime.globals.Drive as NonNullable<typeof Drive>;

describe('a report that nobody has edited', () => {
  test.each([
    ['moves by itself', 25, true],
    ['stays', 0, false],
  ])('is updated in place when modifiedTime %s, the document shared meanwhile', (_, modifiedMoves, onSharing) => {
    const district = prepared.copy();
    Object.assign(district.runtime.uncertain, { modifiedMoves, modifiedMovesOnSharing: onSharing });
    const { id } = build(district);
    const first = drive(district).Files.get(id, { fields: 'modifiedTime' }).modifiedTime;
    district.runtime.advance(HOUR);
    district.runtime.shareDocument(id);
    const later = drive(district).Files.get(id, { fields: 'modifiedTime' }).modifiedTime;
    expect(first === later).toBe(!onSharing);
    change(district);
    expect(build(district)).toMatchObject({ id, words: 'Отчёт обновлён в том же документе.' });
    district.runtime.advance(HOUR);
    change(district);
    expect(build(district).id).toBe(id);
    expect(district.runtime.files).toHaveLength(1);
  });

  test.each([0, 3, 40])('is updated in place when revisions are told of %d seconds late', (revisionsLate) => {
    const district = prepared.copy();
    district.runtime.uncertain.revisionsLate = revisionsLate;
    const { id } = build(district);
    district.runtime.advance(60_000);
    change(district);
    expect(build(district).id).toBe(id);
    expect(district.runtime.files).toHaveLength(1);
  });

  test('and whose figures have not changed is left alone, whatever people wrote in it', () => {
    const { district, id } = built();
    district.runtime.editDocument(id);
    district.runtime.advance(HOUR);
    district.runtime.calls.reset();
    expect(build(district)).toMatchObject({ id, words: 'Отчёт не изменился, документ оставлен как есть.' });
    expect(
      Object.keys(district.runtime.calls.byMethod).filter((name) => /Drive.Files.(create|update)/.test(name)),
    ).toEqual([]);
  });

  test('is known by its revision from the next look on, when Google later joins revisions', () => {
    const { district, id } = built();
    expect(build(district).id).toBe(id);
    const [own] = district.runtime.files[0]!.revisions;
    own!.modifiedTime = '2023-06-28T00:00:00.000Z';
    change(district);
    expect(build(district).id).toBe(id);
  });
});

describe('a report that somebody has edited', () => {
  const edited = () => {
    const made = built();
    made.district.runtime.editDocument(made.id, Buffer.from('by hand'));
    made.district.runtime.advance(60_000);
    change(made.district);
    return made;
  };

  test('is asked about; «Да» makes a new one beside it', () => {
    const { district, id } = edited();
    const [question, said] = click(district, ['YES']);
    expect(question).toContain(`Документ этого отчёта правили вручную: https://docs.google.com/document/d/${id}/edit`);
    expect(said).toContain('прежний изменён вручную. Он не тронут');
    expect(district.runtime.files.map(({ bytes }) => bytes.toString() === 'by hand')).toEqual([true, false]);
  });

  test('«Нет» replaces its text, which stays among its revisions, and the next time it is ours', () => {
    const { district, id } = edited();
    const [, said] = click(district, ['NO']);
    expect(said).toContain('прежний остался в его истории версий');
    expect(district.runtime.files.map((file) => file.id)).toEqual([id]);
    district.runtime.advance(60_000);
    change(district);
    expect(click(district)).toEqual([expect.stringContaining('Отчёт обновлён в том же документе.')]);
  });

  test.each(['CANCEL', 'CLOSE'])('%s changes nothing', (answer) => {
    const { district } = edited();
    expect(click(district, [answer])[1]).toBe('Документ оставлен как есть.');
    expect(district.runtime.files.map(({ bytes }) => bytes.toString())).toEqual(['by hand']);
  });

  test('without a person to ask is left as it is and a new one made', () => {
    const { district, id } = edited();
    const again = build(district);
    expect(again.id).not.toBe(id);
    expect(again.words).toMatch(/^Создан новый документ: прежний изменён вручную\. Он не тронут: https/);
    expect(district.runtime.files[0]!.bytes.toString()).toBe('by hand');
  });

  test('once more while the question stands is asked about once more: what it was about is looked at again', () => {
    const { district } = edited();
    const { runtime } = district;
    let questions = 0;
    runtime.answerWith(({ title }) => {
      if (title !== 'Построить справку района') return 'OK';
      questions += 1;
      if (questions > 1) return 'CANCEL';
      runtime.editDocument(runtime.files[0]!.id, Buffer.from('once more'));
      runtime.advance(10_000);
      return 'NO';
    });
    click(district);
    expect(questions).toBe(2);
    expect(runtime.files[0]!.bytes.toString()).toBe('once more');
  });

  test('right after it was written, so that nobody can tell, is asked about', () => {
    const district = prepared.copy();
    const { id } = build(district);
    district.runtime.advance(20_000);
    district.runtime.editDocument(id, Buffer.from('by hand'));
    district.runtime.advance(HOUR);
    change(district);
    expect(click(district, ['CANCEL'])[0]).toContain('Не видно, правили ли документ этого отчёта вручную');
    expect(district.runtime.files[0]!.bytes.toString()).toBe('by hand');
  });
});

describe('a run that died after it had reached Drive', () => {
  /** Dies after `method` has been done. */
  function died(district: District, method: string): string {
    district.onCall = (call) => {
      if (call.method === method && call.phase === 'after') throw new Error('cut');
    };
    expect(() => build(district)).toThrow('cut');
    district.onCall = undefined;
    return district.runtime.files[0]!.id;
  }

  test.each([60_000, HOUR])('an edit %d ms after it is not written over', (later) => {
    const district = prepared.copy();
    const id = died(district, 'Drive.Files.create');
    district.runtime.advance(later);
    district.runtime.editDocument(id, Buffer.from('by hand'));
    district.runtime.advance(HOUR);
    change(district);
    expect(build(district).id).not.toBe(id);
    expect(district.runtime.files[0]!.bytes.toString()).toBe('by hand');
  });

  test('an edit after an update that died is not written over', () => {
    const { district, id } = built();
    change(district);
    died(district, 'Drive.Files.update');
    district.runtime.advance(60_000);
    district.runtime.editDocument(id, Buffer.from('by hand'));
    district.runtime.advance(HOUR);
    change(district);
    expect(build(district).id).not.toBe(id);
    expect(district.runtime.files[0]!.bytes.toString()).toBe('by hand');
  });

  test.each(['Drive.Files.create', 'Drive.Files.update'])(
    'after %s leaves one document, updated by the next',
    (method) => {
      const district = method === 'Drive.Files.create' ? prepared.copy() : built().district;
      if (method === 'Drive.Files.update') change(district);
      const id = died(district, method);
      district.runtime.advance(HOUR);
      change(district);
      expect(build(district).id).toBe(id);
      expect(district.runtime.files).toHaveLength(1);
    },
  );
});

describe('a document that cannot be written into', () => {
  test.each([
    [
      'in the bin',
      (of: District) => void Object.assign(of.runtime.files[0]!, { trashed: true }),
      'лежит в корзине: https',
    ],
    ['deleted', (of: District) => void of.runtime.files.splice(0), 'удалён'],
  ])('%s: a new one is made and that is said', (_, lose, words) => {
    const { district, id } = built();
    lose(district);
    const again = build(district);
    expect(again.id).not.toBe(id);
    expect(again.words).toContain(`Создан новый документ: прежний ${words}`);
  });

  test('of version 0.1.0, whose owner is not known, is asked about, and without a person a new one is made', () => {
    const { district } = built();
    const key = 'report:district:2023-Q2:служебная';
    const { written } = JSON.parse(district.properties().getProperty(key)!);
    const older = { id: written.id, hash: 'other', modified: written.at };
    district.properties().setProperty(key, JSON.stringify({ written: older }));
    expect(build(district.copy()).id).toBe(written.id);
    district.runtime.files.splice(0);
    expect(click(district, ['NO'])[0]).toContain('он удалён или создан другим координатором');
    expect(district.runtime.files).toEqual([]);
    expect(build(district).words).toContain('прежний недоступен (удалён или создан другим координатором)');
  });
});

describe('two coordinators in turn have one document', () => {
  test('of unchanged figures: the second is told where it is and whose', () => {
    const { district, id } = built();
    const second = build(district, SECOND);
    expect(second).toMatchObject({ id, words: expect.stringContaining('Его ведёт другой координатор') });
    expect(district.runtime.files).toHaveLength(1);
  });

  test('of changed figures: the second is asked, and a «Нет» leaves the one there is', () => {
    const { district, id } = built();
    change(district);
    expect(click(district, ['NO'], SECOND)[0]).toContain('Этот отчёт ведёт другой координатор');
    expect(click(district)).toEqual([expect.stringContaining('Отчёт обновлён в том же документе.')]);
    expect(district.runtime.files.map((file) => file.id)).toEqual([id]);
  });

  test('a run without a person to ask refuses, names the document and says what to do', () => {
    const { district, id } = built();
    change(district);
    expect(() => build(district, SECOND)).toThrow(
      `Этот отчёт строит другой координатор (https://docs.google.com/document/d/${id}/edit), обновить документ может только он.`,
    );
    expect(district.runtime.files).toHaveLength(1);
  });

  test('a second one is made when the second coordinator says so, and that is said', () => {
    const { district } = built();
    change(district);
    expect(click(district, ['YES'], SECOND)[1]).toContain('прежний ведёт другой координатор. Он не тронут');
    expect(district.runtime.files.map(({ owner }) => owner)).toEqual([OWNER, SECOND]);
  });

  test("the other's run that died is not made twice", () => {
    const district = prepared.copy();
    district.runtime.book.editors.add(SECOND);
    district.runtime.grant(SECOND);
    district.onCall = ({ method, phase }) => {
      if (method === 'Drive.Files.create' && phase === 'after') throw new Error('cut');
    };
    expect(() => build(district)).toThrow('cut');
    district.onCall = undefined;
    expect(() => build(district, SECOND)).toThrow('Этот отчёт строит другой координатор, обновить');
    expect(district.runtime.files).toHaveLength(1);
  });
});
