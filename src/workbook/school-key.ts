const LATIN: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};

/** Of what every school's name begins with nothing is told by it. */
const COMMON = /^(?:м[бка]?оу|моб?у|моку|маоу)(?= )/;
const LONGEST = 40;

/** A key for a new school, by its name: «МОБУ Зареченская СОШ №1» is `zarechenskaya-sosh-1`. */
export function schoolKeyOf(name: string, taken: ReadonlySet<string>): string {
  const latin = [...name.toLowerCase().trim().replace(COMMON, '')].map((letter) => LATIN[letter] ?? letter).join('');
  const key = latin
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  const base = key === '' ? 'school' : key;
  let found = base;
  for (let next = 2; taken.has(found); next += 1) found = `${base}-${next}`;
  return found;
}
