import { doneByOther, type Heartbeat, heartbeatWords, missedNight, trialMissed } from '../../src/pipeline';

const good = { at: '2023-06-25T03:10', by: 'one' };

describe('what whoever opens the workbook is told of the night', () => {
  test.each<[string, Heartbeat, string, string]>([
    ['nothing where nothing runs by itself', {}, '2023-06-25T09:00', ''],
    ['nothing before the first night', { on: '2023-06-24T15:00' }, '2023-06-24T16:00', ''],
    [
      'when it went well',
      { on: '2023-06-01T15:00', good },
      '2023-06-25T09:00',
      'Автоматический сбор прошёл 25.06.2023 03:10.',
    ],
    [
      'that it failed, and why',
      { good, failed: { at: '2023-06-26T03:05', why: 'Причина.' } },
      '2023-06-26T09:00',
      'Автоматический сбор 26.06.2023 03:05 не удался: Причина. Последний удачный сбор – 25.06.2023 03:10.',
    ],
    [
      'not that it failed before it went well',
      { good, failed: { at: '2023-06-24T03:05', why: 'Причина.' } },
      '2023-06-25T09:00',
      'Автоматический сбор прошёл 25.06.2023 03:10.',
    ],
    [
      'that nothing came at all',
      { on: '2023-06-01T15:00', good },
      '2023-06-26T09:00',
      'Ночью свод не собран. Последний удачный сбор – 25.06.2023 03:10.',
    ],
    [
      'that nothing has ever come',
      { on: '2023-06-01T15:00' },
      '2023-06-03T09:00',
      'Ночью свод не собран. Удачного автоматического сбора ещё не было.',
    ],
    [
      'that the trial left no line',
      { on: '2023-06-24T15:00', trial: { asked: '2023-06-24T15:00', done: false } },
      '2023-06-24T15:05',
      'Пробный ночной запуск не сработал: в «Журнале» нет его строки. Удачного автоматического сбора ещё не было.',
    ],
  ])('%s', (_, beat, now, words) => {
    expect(heartbeatWords(beat, now, false)).toBe(words);
    expect(heartbeatWords(beat, now, true).startsWith(words)).toBe(true);
  });

  test('what to do is told to coordinators alone', () => {
    const beat = { on: '2023-06-01T15:00' };
    expect(heartbeatWords(beat, '2023-06-03T09:00', true)).toContain('Нажмите «Собрать свод»');
    expect(heartbeatWords(beat, '2023-06-03T09:00', false)).not.toContain('Нажмите');
  });
});

test('a trial is missed only after it has had time', () => {
  const trial = { asked: '2023-06-24T23:59', done: false };
  expect([trialMissed({ trial }, '2023-06-25T00:00'), trialMissed({ trial }, '2023-06-25T00:01')]).toEqual([
    false,
    true,
  ]);
  expect(trialMissed({ trial: { ...trial, done: true } }, '2023-06-25T00:01')).toBe(false);
});

test('a night is done by another trigger for half a day, never by the same one', () => {
  expect(doneByOther({ good }, 'two', '2023-06-25T03:40')).toBe(true);
  expect(doneByOther({ good }, 'one', '2023-06-25T03:40')).toBe(false);
  expect(doneByOther({ good }, 'two', '2023-06-26T03:05')).toBe(false);
});

test.each([
  ['2023-06-25T09:00', false],
  ['2023-06-26T02:59', false],
  ['2023-06-26T03:00', true],
  ['2023-06-27T02:00', true],
])('at %s a night since the last good run has been missed: %s', (now, missed) => {
  expect(missedNight({ good }, 3, now)).toBe(missed);
});
