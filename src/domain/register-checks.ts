import { handOf, mayMove, type Register, type RegisterRow, type RowFinding, stateTitle, type World } from '../model';
import { normalText } from './identity';

/** What the checks of every register look at. */
export interface SeenRegister {
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
  /** The same rows as the last closed period has kept them, by id. */
  readonly before: ReadonlyMap<string, RegisterRow>;
  /** Ids of the rows whose status data say: what it asks for is asked of the data. */
  readonly computed: ReadonlySet<string>;
  readonly world: World;
}

type Place = Omit<RowFinding, 'id' | 'severity'>;

interface GenericCheck {
  readonly id: string;
  readonly severity: RowFinding['severity'];
  find(seen: SeenRegister): readonly Place[];
  words(details: RowFinding['details']): string;
}

const filled = (row: RegisterRow, key: string): boolean =>
  row[key] !== '' && row[key] !== null && row[key] !== undefined;
const title = (register: Register, key: string): string => register.fields[key]?.title ?? key;
const statusOf = ({ status }: Register, row: RegisterRow): string => (status ? String(row[status.field] ?? '') : '');

const doneWithoutEvidence: GenericCheck = {
  id: 'register/done-without-evidence',
  severity: 'error',
  find: ({ register, rows, computed }) => {
    const { done, status } = register;
    if (!done || !status) return [];
    return rows.flatMap((row): Place[] => {
      const state = statusOf(register, row);
      if (!done.states.includes(state) || computed.has(row.id)) return [];
      const lacking = [
        ...(filled(row, done.on) ? [] : [title(register, done.on)]),
        ...(done.evidence.some((key) => filled(row, key))
          ? []
          : [done.evidence.map((key) => title(register, key)).join(' или ')]),
      ];
      const details = {
        state: stateTitle(status.cycle, state),
        lacking: lacking.map((name) => `«${name}»`).join(' и '),
      };
      return lacking.length > 0 ? [{ row: row.id, field: status.field, details }] : [];
    });
  },
  words: ({ state, lacking }) => `статус «${state}», а ${lacking} – пусто: заполните или поставьте другой статус`,
};

const doneLater: GenericCheck = {
  id: 'register/done-in-future',
  severity: 'error',
  find: ({ register: { done }, rows, world }) =>
    rows.flatMap((row): Place[] => {
      const day = String(done ? (row[done.on] ?? '') : '');
      return done && /^\d{4}-/.test(day) && day > world.today
        ? [{ row: row.id, field: done.on, details: { day: day.split('-').reverse().join('.') } }]
        : [];
    }),
  words: ({ day }) => `дата исполнения ${day} ещё не наступила: исправьте`,
};

const waivedWithoutReason: GenericCheck = {
  id: 'register/waived-without-reason',
  severity: 'error',
  find: ({ register, rows, computed }) => {
    const { waived, status } = register;
    if (!waived || !status) return [];
    return rows
      .filter(
        (row) => waived.states.includes(statusOf(register, row)) && !filled(row, waived.why) && !computed.has(row.id),
      )
      .map((row) => ({
        row: row.id,
        field: waived.why,
        details: { state: stateTitle(status.cycle, statusOf(register, row)), why: title(register, waived.why) },
      }));
  },
  words: ({ state, why }) => `статус «${state}» без объяснения: напишите, почему, в столбце «${why}»`,
};

const unknownRow: GenericCheck = {
  id: 'register/unknown-row',
  severity: 'error',
  find: ({ register, rows, world }) =>
    Object.entries(register.fields).flatMap(([key, field]) => {
      const known = field.kind === 'ref' ? world.registers[field.ref!] : undefined;
      if (!known || handOf(register, key) === 'computed') return [];
      const ids = new Set(known.map(({ id }) => id));
      return rows
        .filter((row) => filled(row, key) && /^[А-ЯЁ]{1,3}-\d+$/.test(String(row[key])) && !ids.has(String(row[key])))
        .map((row) => ({ row: row.id, field: key, details: { found: String(row[key]) } }));
    }),
  words: ({ found }) => `«${found}» – такой записи нет: выберите из списка`,
};

const repeatedIdentity: GenericCheck = {
  id: 'register/repeated',
  severity: 'warning',
  find: ({ register, rows }) => {
    const seen = new Map<string, string>();
    return rows.flatMap((row): Place[] => {
      const identity = register.identity.map((key) => normalText(String(row[key] ?? ''))).join('|');
      if (/^\|*$/.test(identity)) return [];
      const first = seen.get(identity);
      if (first === undefined) seen.set(identity, row.id);
      return first === undefined ? [] : [{ row: row.id, details: { first } }];
    });
  },
  words: ({ first }) => `такая запись уже есть (${first}): оставьте одну`,
};

const moveNotAllowed: GenericCheck = {
  id: 'register/move',
  severity: 'warning',
  find: ({ register, rows, before, computed }) => {
    const { status } = register;
    if (!status) return [];
    return rows.flatMap((row): Place[] => {
      const earlier = before.get(row.id);
      const [from, to] = [earlier ? statusOf(register, earlier) : '', statusOf(register, row)];
      const known = status.cycle.states.some(({ key }) => key === to);
      if (from === '' || from === to || !known || computed.has(row.id)) return [];
      if (mayMove(status.cycle, from, to, 'coordinator')) return [];
      const details = { from: stateTitle(status.cycle, from), to: stateTitle(status.cycle, to) };
      return [{ row: row.id, field: status.field, details }];
    });
  },
  words: ({ from, to }) => `в прошлом периоде было «${from}», теперь «${to}»: такого перехода нет, проверьте`,
};

const GENERIC: readonly GenericCheck[] = [
  doneWithoutEvidence,
  doneLater,
  waivedWithoutReason,
  unknownRow,
  repeatedIdentity,
  moveNotAllowed,
];

/** What all checks find in a register: those of every register and its own. */
export function checkRegister(seen: SeenRegister): RowFinding[] {
  const generic = GENERIC.flatMap((check) =>
    check.find(seen).map((place) => ({ ...place, id: check.id, severity: check.severity })),
  );
  const own = (seen.register.checks ?? []).flatMap((check) =>
    check.find(seen.rows, seen.world).map((place) => ({ ...place, id: check.id, severity: check.severity })),
  );
  return [...generic, ...own];
}

/** The words of a finding that a check of registers has made; null for what is wrong in a cell itself. */
export function registerWords(register: Register, { id, details }: RowFinding): string | null {
  const check = [...GENERIC, ...(register.checks ?? [])].find((item) => item.id === id);
  return check ? check.words(details) : null;
}
