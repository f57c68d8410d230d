import { codeOf } from '../code-file';
import { hashOf } from '../hash';
import { answerTo } from './answers';
import type { Probe } from './probe';
import { RIGHTS } from './rights';
import { KEY } from './workbench';

/** One moment, told in words that do not depend on where the script runs. */
const MOMENT = Date.UTC(2023, 5, 25, 1, 2, 3);
const ZONE = 'Asia/Yakutsk';
/** What browsers and Node have and Apps Script has not; the code is written without them. */
const ABSENT = ['setTimeout', 'fetch', 'URL', 'TextEncoder', 'TextDecoder', 'atob', 'crypto', 'Buffer', 'process'];

const same = (agree: boolean, otherwise: string): string => (agree ? 'совпадает' : otherwise);

const LANGUAGE: readonly Probe[] = [
  {
    key: 'locale',
    belief: 'Региональные настройки книги – Россия',
    expected: 'ru_RU',
    find: ({ spreadsheet }) => spreadsheet.getSpreadsheetLocale(),
  },
  {
    key: 'time-zones',
    belief: 'Часовой пояс скрипта и книги один',
    expected: 'совпадает',
    find({ timeZone }) {
      const script = Session.getScriptTimeZone();
      return same(script === timeZone, `скрипт – ${script}, книга – ${timeZone}`);
    },
  },
  {
    key: 'date-zone',
    belief: 'new Date() считает часы в часовом поясе скрипта',
    expected: 'совпадает',
    find() {
      const date = new Date();
      const shown = Utilities.formatDate(date, Session.getScriptTimeZone(), 'H');
      return same(String(date.getHours()) === shown, `часы ${date.getHours()} вместо ${shown}`);
    },
  },
  {
    key: 'format-date',
    belief: 'Utilities.formatDate понимает шаблоны дат, номеров свода и месяцев',
    expected: '25.06.2023 10:02; 20230625-100203; 2023-06',
    find: () =>
      ['dd.MM.yyyy HH:mm', 'yyyyMMdd-HHmmss', 'yyyy-MM']
        .map((pattern) => Utilities.formatDate(new Date(MOMENT), ZONE, pattern))
        .join('; '),
  },
  {
    key: 'russian-order',
    belief: 'localeCompare ставит слова по русскому алфавиту, ё после е',
    expected: 'Алгебра, биология, ёлка, ель, Яшма',
    find: () => ['Яшма', 'ель', 'биология', 'ёлка', 'Алгебра'].sort((a, b) => a.localeCompare(b, 'ru')).join(', '),
  },
  {
    key: 'intl',
    belief: 'Intl пишет числа по-русски',
    expected: '1 234 567,5',
    find: () => new Intl.NumberFormat('ru-RU').format(1_234_567.5).replace(/\s/g, ' '),
  },
  {
    key: 'absent-names',
    belief: `В Apps Script нет имён ${ABSENT.join(', ')}`,
    expected: 'нет ни одного',
    find: () => ABSENT.filter((name) => name in globalThis).join(', ') || 'нет ни одного',
  },
  {
    key: 'code-file',
    belief: 'HTML-файл проекта отдаёт лежащий в нём код без изменений, и new Function его исполняет',
    expected: 'исполняет',
    find: () =>
      typeof codeOf<Record<string, unknown>>('docx').docxParts === 'function' ? 'исполняет' : 'код неполный',
  },
  {
    key: 'digest',
    belief: 'SHA-256 даёт байты со знаком, и из них собирается верная сумма',
    expected: 'со знаком; dbdd1f31e722086974ba86e32d48bea04cc01601a390091c51d76efe1d590eb2',
    find() {
      const [first] = Utilities.computeDigest(
        Utilities.DigestAlgorithm.SHA_256,
        'проверка',
        Utilities.Charset.UTF_8,
      ) as [number];
      return `${first < 0 ? 'со знаком' : 'без знака'}; ${hashOf('проверка')}`;
    },
  },
];

const properties = () => PropertiesService.getDocumentProperties();
const cache = () => CacheService.getDocumentCache()!;

const STORES: readonly Probe[] = [
  {
    key: 'property',
    belief: 'Свойство документа читается тем же, а которого нет – null',
    expected: 'да «№ 1», null',
    find() {
      properties().setProperty(`${KEY}word`, 'да «№ 1»');
      return `${properties().getProperty(`${KEY}word`)}, ${properties().getProperty(`${KEY}nothing`)}`;
    },
  },
  {
    key: 'property-limit',
    belief: 'Свойство вмещает 9 000 байт и отказывает 10 240 байтам (слова зависят от языка аккаунта)',
    expected: 'принято; отказ: Argument too large: value',
    find: () =>
      [9_000, 10_240]
        .map((size) => answerTo(() => properties().setProperty(`${KEY}size`, 'x'.repeat(size))))
        .join('; '),
  },
  {
    key: 'cache',
    belief: 'Кэш документа возвращает положенное, а удалённое – null',
    expected: 'да, null',
    find() {
      cache().put(`${KEY}word`, 'да', 60);
      const kept = cache().get(`${KEY}word`);
      cache().remove(`${KEY}word`);
      return `${kept}, ${cache().get(`${KEY}word`)}`;
    },
  },
  {
    key: 'cache-pieces',
    belief: 'Кэш документа принимает и возвращает пятьдесят кусков по 50 000 русских букв за один вызов',
    expected: 'вернул кусков: 50',
    find() {
      const piece = 'я'.repeat(50_000);
      const keys = Array.from({ length: 50 }, (_, index) => `${KEY}piece${index}`);
      cache().putAll(Object.fromEntries(keys.map((key) => [key, piece])), 60);
      const found = cache().getAll(keys);
      cache().removeAll(keys);
      return `вернул кусков: ${keys.filter((key) => found[key] === piece).length}`;
    },
  },
  {
    key: 'cache-limit',
    belief: 'Кэш отказывает 110 000 байт и ключу в 300 знаков (слова зависят от языка аккаунта)',
    expected: 'отказ: Argument too large: value; отказ: Argument too large: key',
    find() {
      const key = KEY.padEnd(300, 'x');
      const answers = [
        answerTo(() => cache().put(`${KEY}size`, 'x'.repeat(110_000), 60)),
        answerTo(() => cache().put(key, 'x', 60)),
      ];
      cache().remove(`${KEY}size`);
      if (answers[1] === 'принято') cache().remove(key);
      return answers.join('; ');
    },
  },
  {
    key: 'lock-again',
    belief: 'Замок, взятый выполнением, дают ему же ещё раз; одного освобождения довольно',
    expected: 'взят, взят снова, после освобождения свободен',
    find() {
      // Not the document's: that one is held by this very run.
      const lock = LockService.getScriptLock();
      const first = lock.tryLock(1000) ? 'взят' : 'занят';
      const again = LockService.getScriptLock().tryLock(100) ? 'взят снова' : 'второй раз не дают';
      lock.releaseLock();
      return `${first}, ${again}, после освобождения ${lock.hasLock() ? 'занят' : 'свободен'}`;
    },
  },
];

export const PLATFORM: readonly Probe[] = [...LANGUAGE, ...STORES, ...RIGHTS];
