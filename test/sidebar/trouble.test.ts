import { Refused, troubleOf } from '../../src/sidebar/trouble';

const titleOf = (said: string) => troubleOf(new Error(said)).title;

test.each([
  "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
  'PERMISSION_DENIED',
  'Authorization is required to perform that action.',
  'Для выполнения этого действия требуется авторизация.',
  'У вас нет прав доступа к запрошенному документу.',
])('a call that runs under another account is recognised: %s', (said) => {
  expect(titleOf(said)).toBe('Панель не допущена к книге');
});

test.each(['NetworkError: Connection failure due to HTTP 0', 'Failed to fetch'])('a lost connection: %s', (said) => {
  expect(titleOf(said)).toBe('Нет связи с Google');
});

test('whatever else happens, the page says what to do in Russian', () => {
  const { title, words, steps } = troubleOf(new Error('ScriptError: Exceeded maximum execution time'));
  expect([title, words, ...steps].join(' ')).not.toMatch(/ScriptError|Exceeded/);
  expect(steps.length).toBeGreaterThan(0);
});

test('a refusal of the server keeps its words', () => {
  expect(troubleOf(new Refused('Откройте вкладку школы.')).words).toBe('Откройте вкладку школы.');
});
