import { judgeEdits, type Revision } from '../../src/pipeline';

const AT = '2023-06-25T01:00:00.000Z';
const later = (id: string, seconds: number): Revision => ({
  id,
  at: new Date(Date.parse(AT) + seconds * 1000).toISOString(),
});

describe('whether people have written in a document is told by its revisions', () => {
  test.each<[string, Parameters<typeof judgeEdits>[0], Revision[], ReturnType<typeof judgeEdits>]>([
    ['ours alone: untouched', { at: AT }, [later('own', 9)], { state: 'untouched', revision: 'own' }],
    [
      'one an hour later: edited',
      { at: AT },
      [later('own', 9), later('x', 3600)],
      { state: 'edited', revision: 'own' },
    ],
    ['none yet: undecided', { at: AT }, [], { state: 'undecided' }],
    ['two within two minutes: undecided', { at: AT }, [later('own', 9), later('x', 90)], { state: 'undecided' }],
    ['ours joined with a later one: undecided', { at: AT }, [later('x', 3600)], { state: 'undecided' }],
    [
      'what was there before we wrote does not count',
      { at: AT, before: 'old' },
      [later('old', -30), later('own', 9)],
      { state: 'untouched', revision: 'own' },
    ],
    [
      'what was there before is known by its time when Google has joined it',
      { at: AT, before: 'gone' },
      [later('joined', -3600), later('own', 9)],
      { state: 'untouched', revision: 'own' },
    ],
    [
      'ours, known before, is the newest',
      { at: AT, revision: 'own' },
      [later('own', 9)],
      { state: 'untouched', revision: 'own' },
    ],
    [
      'ours, known before, is not the newest',
      { at: AT, revision: 'own' },
      [later('own', 9), later('x', 60)],
      { state: 'edited', revision: 'own' },
    ],
    ['ours, known before, is gone', { at: AT, revision: 'own' }, [later('x', 60)], { state: 'undecided' }],
  ])('%s', (_, imported, revisions, judgement) => {
    expect(judgeEdits(imported, revisions)).toEqual(judgement);
  });
});
