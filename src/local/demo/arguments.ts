import { isPeriod } from '../../model';

export interface DemoArguments {
  readonly data: string | null;
  readonly out: string;
  readonly report: string;
  /** Null where every edition of the kinds named is wanted. */
  readonly edition: string | null;
  readonly through: string | null;
  /** Files to be recognised. */
  readonly imports: readonly string[];
  /** File for an archive of all there is; null without. */
  readonly exportTo: string | null;
  /** Archive to be brought back into an empty workbook. */
  readonly restore: string | null;
  readonly describe: boolean;
  readonly help: boolean;
}

/** A command line that cannot be followed: one Russian line. */
export class ArgumentError extends Error {}

const USAGE =
  'Использование: npm run demo -- [--data ПАПКА] [--out ПАПКА] [--report ВИД|all] [--edition служебная|публичная] [--through 2023-Q2] [--import ФАЙЛ…] [--export ФАЙЛ] [--restore ФАЙЛ] [--describe] [--help]';

export const HELP = `${USAGE}
  --data ПАПКА       свои данные: schools.csv и по файлу на форму; без этого – учебный район
  --out ПАПКА        куда записать книгу, отчёты и results.json; без этого – out
  --report ВИД|all   какой отчёт построить; без этого – district
  --edition РЕДАКЦИЯ служебная или публичная; без этого – служебная, а с --report all – обе
  --through КВАРТАЛ  остановиться после квартала, например 2023-Q1
  --import ФАЙЛ…     что взять из файлов, как их получает район: ВПР, ОГЭ, ЕГЭ, журнал, ВсОШ, паспорт, кадры (import.json)
  --export ФАЙЛ      записать в конце архив .zip: CSV, снимки, показатели, контрольные суммы
  --restore ФАЙЛ     вместо данных взять такой архив и восстановить его в пустую книгу
  --describe         что просит программа: требования, формы, показатели, проверки
  --help             эта справка`;

const VALUES = ['data', 'out', 'report', 'edition', 'through', 'export', 'restore'] as const;

export function readArguments(argv: readonly string[]): DemoArguments {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const imports: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const name = argv[index]!.replace(/^--/, '');
    const value = argv[index + 1];
    if (argv[index] === '--describe' || argv[index] === '--help') flags.add(name);
    else if (argv[index] === '--import') {
      const files = followingValues(argv, index);
      if (files.length === 0) throw new ArgumentError(`После --import нужны файлы. ${USAGE}`);
      imports.push(...files);
      index += files.length;
    } else if (!(VALUES as readonly string[]).includes(name) || !argv[index]!.startsWith('--')) {
      throw new ArgumentError(`Непонятно: «${argv[index]}». ${USAGE}`);
    } else if (value === undefined || value.startsWith('--'))
      throw new ArgumentError(`После --${name} нужно значение. ${USAGE}`);
    else {
      values.set(name, value);
      index += 1;
    }
  }
  const through = values.get('through') ?? null;
  if (values.has('restore') && (values.has('data') || through !== null || imports.length > 0))
    throw new ArgumentError(`--restore: данные берутся из архива, уберите --data, --through и --import. ${USAGE}`);
  if (through !== null && !isPeriod(through))
    throw new ArgumentError(`--through ${through}: нужен квартал вида 2023-Q2.`);
  return {
    data: values.get('data') ?? null,
    out: values.get('out') ?? 'out',
    report: values.get('report') ?? 'district',
    edition: values.get('edition') ?? (values.get('report') === 'all' ? null : 'служебная'),
    through,
    imports,
    exportTo: values.get('export') ?? null,
    restore: values.get('restore') ?? null,
    describe: flags.has('describe'),
    help: flags.has('help'),
  };
}

/** What stands after an option up to the next one. */
function followingValues(argv: readonly string[], option: number): string[] {
  const rest = argv.slice(option + 1);
  const end = rest.findIndex((value) => value.startsWith('--'));
  return end < 0 ? rest : rest.slice(0, end);
}
