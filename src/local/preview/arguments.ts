import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Source = { kind: 'demonstration' } | { kind: 'empty' } | { kind: 'data' | 'file'; path: string };

export interface PreviewArguments {
  readonly port: number;
  readonly source: Source;
  /** Folder with `Code.js` and `appsscript.json`; the add-on's own build by default. */
  readonly dist?: string;
}

/** The person only asks how it is started. */
export class HelpAsked extends Error {}

const USAGE =
  'Использование: npm start -- [--port НОМЕР] [--empty | --data ПАПКА | --file КНИГА.xlsx] [--dist ПАПКА] [--help]';
const DEFAULT_PORT = 4173;

/** A command line that cannot be followed: one Russian line. */
export class ArgumentError extends Error {}

export function readArguments(argv: readonly string[]): PreviewArguments {
  const { port, empty, data, file, dist, help } = parse(argv);
  if (help) throw new HelpAsked(USAGE);
  const given = [empty, data, file].filter((value) => value !== undefined);
  if (given.length > 1) throw new ArgumentError(`Выберите одно: --empty, --data или --file. ${USAGE}`);
  const number = port === undefined ? DEFAULT_PORT : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new ArgumentError(`--port ${port}: нужно число от 0 до 65535. ${USAGE}`);
  return { port: number, source: sourceOf(empty, data, file), ...(dist !== undefined && { dist: resolve(dist) }) };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = { port: text, empty: flag, data: text, file: text, dist: text, help: flag } as const;
    return parseArgs({ args: [...argv], options }).values;
  } catch {
    throw new ArgumentError(`Непонятно: ${argv.join(' ')}. ${USAGE}`);
  }
}

function sourceOf(empty?: boolean, data?: string, file?: string): Source {
  if (empty) return { kind: 'empty' };
  if (data !== undefined) return { kind: 'data', path: resolve(data) };
  if (file !== undefined) return { kind: 'file', path: resolve(file) };
  return { kind: 'demonstration' };
}
