import { type Grid, type Patch, quoted, type SchoolAlias, textOf } from '../model';
import { layoutOf, readKeyed, written } from './keyed-tab';
import { TABS } from './names';
import { otherNames, schoolsTab } from './schools-tab';

export interface AliasesKept {
  readonly patches: readonly Patch[];
  /** What was kept and what could not be, in Russian. */
  readonly told: readonly string[];
}

/** What each may look like: nothing that could be a person comes to stand on the tab. */
const FITS: Readonly<Record<SchoolAlias['by'], RegExp>> = {
  login: /^edu\d{4,8}$/,
  code: /^\d{1,12}$/,
  name: /^(?=.*(?:школ|сош|оош|нош|лице|гимнази|интернат|учрежден|оу))[^@]{3,200}$/i,
};

const CALLED: Readonly<Record<SchoolAlias['by'], string>> = {
  login: 'логин',
  code: 'код РЦОИ',
  name: 'название',
};

type Found = { column: string; value: string } | { why: string };

/** How other systems call schools, put into their rows of «Школы»: the next file finds them by it. */
export function keepAliases(grid: Grid, aliases: readonly SchoolAlias[]): AliasesKept {
  const patches: Patch[] = [];
  const told: string[] = [];
  const order = layoutOf(schoolsTab, grid)?.order ?? [];
  const { rows, rowNumbers } = readKeyed(schoolsTab, grid);
  const standing = rows.map((row) => ({ ...row }));
  for (const alias of aliases) {
    if (!FITS[alias.by]?.test(alias.value)) continue;
    const index = standing.findIndex((row) => textOf(row.key) === alias.school);
    const row = standing[index];
    if (!row) continue;
    const name = textOf(row.name);
    const found = placeOf(row, alias);
    const column = 'column' in found ? order.indexOf(found.column) : -1;
    const what = `${CALLED[alias.by]} ${quoted(alias.value)}`;
    if (!('column' in found) || column < 0) {
      const why = 'why' in found ? found.why : 'такого столбца на вкладке нет';
      told.push(`${name}: ${what} не записано в ${quoted(TABS.schools)}, ${why}.`);
      continue;
    }
    const { value } = found;
    if (value === textOf(row[found.column])) continue;
    row[found.column] = value;
    patches.push({
      kind: 'values',
      tab: schoolsTab.key,
      row: rowNumbers[index]!,
      column: column + 1,
      values: [[written(value, '@')]],
    });
    told.push(`${name}: ${what} записано в ${quoted(TABS.schools)}, в следующий раз школа узнается сама.`);
  }
  return { patches, told };
}

function placeOf(row: Readonly<Record<string, unknown>>, { by, value }: SchoolAlias): Found {
  const cell = (key: string): string => textOf(row[key] as string | undefined);
  if (by === 'name') {
    const names = otherNames(cell('names'));
    return { column: 'names', value: (names.includes(value) ? names : [...names, value]).join('; ') };
  }
  const free = (by === 'login' ? ['login', 'oldLogin'] : ['code']).find((key) => ['', value].includes(cell(key)));
  return free ? { column: free, value } : { why: 'там уже стоит другой: если он сменился, исправьте его там' };
}
