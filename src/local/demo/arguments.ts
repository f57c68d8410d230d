import { isPeriod } from '../../model';

export interface DemoArguments {
  readonly data: string | null;
  readonly out: string;
  readonly report: string;
  readonly edition: string;
  readonly through: string | null;
  readonly describe: boolean;
}

/** A command line that cannot be followed: one Russian line. */
export class ArgumentError extends Error {}

const USAGE =
  'Использование: npm run demo -- [--data ПАПКА] [--out ПАПКА] [--report ВИД|all] [--edition служебная|публичная] [--through 2023-Q2] [--describe]';
const VALUES = ['data', 'out', 'report', 'edition', 'through'] as const;

export function readArguments(argv: readonly string[]): DemoArguments {
  const values = new Map<string, string>();
  let describe = false;
  for (let index = 0; index < argv.length; index += 1) {
    const name = argv[index]!.replace(/^--/, '');
    const value = argv[index + 1];
    if (argv[index] === '--describe') describe = true;
    else if (!(VALUES as readonly string[]).includes(name) || !argv[index]!.startsWith('--')) {
      throw new ArgumentError(`Непонятно: «${argv[index]}». ${USAGE}`);
    } else if (value === undefined || value.startsWith('--'))
      throw new ArgumentError(`После --${name} нужно значение. ${USAGE}`);
    else {
      values.set(name, value);
      index += 1;
    }
  }
  const through = values.get('through') ?? null;
  if (through !== null && !isPeriod(through))
    throw new ArgumentError(`--through ${through}: нужен квартал вида 2023-Q2.`);
  return {
    data: values.get('data') ?? null,
    out: values.get('out') ?? 'out',
    report: values.get('report') ?? 'district',
    edition: values.get('edition') ?? 'служебная',
    through,
    describe,
  };
}
