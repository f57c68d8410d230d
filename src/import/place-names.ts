import { spacedText } from '../model';

/** What tells schools apart in a name: places and proper names, and numbers. */
export interface NameParts {
  readonly places: readonly string[];
  readonly numbers: readonly string[];
}

/** Words that name the kind of a school or of a place, however they are declined and shortened. */
const KIND_WORDS =
  /^(?:м[бкао]*оу|мо[бкау]+у?|[мг][бка]?оо?у|сош|оош|нош|оу|оо|шк|школ[аы]|средн[а-я]+|основн[а-я]+|начальн[а-я]+|обще|общеобразоват[а-я]*|образоват[а-я]*|муницип[а-я]*|бюджетн[а-я]+|казенн[а-я]+|автономн[а-я]+|учрежден[а-я]+|организаци[а-я]+|п|пос|поселок|поселк[а-я]|с|село|сел[а-я]|пгт|рп|г|гор|город|город[а-я]|городск[а-я]+|типа|д|дер|деревн[а-я]|ст|станци[а-я]|n|nо|но)$/;

/** «… Магдагачинского района», «Амурской области»: where the school lies, not which one it is. */
const REGIONS =
  /(?:муниципальн[а-я]+ )?[а-я-]+(?:ск|цк)[а-я]{2,3} (?:муниципальн[а-я]+ )?(?:район[а-я]?|округ[а-я]?|обл[а-я]*|кра[йяе]|м о|мо)(?= |$)/g;
const IN_HONOUR = / (?:им|имени) .*$/;

export function partsOf(name: string): NameParts {
  const spaced = spacedText(name.replace(/№/g, ' N '))
    .replace(/[^а-яa-z0-9]+/g, ' ')
    .replace(/(\d)(?=[а-яa-z])|([а-яa-z])(?=\d)/g, '$1$2 ')
    .trim();
  const bare = spaced.replace(IN_HONOUR, '').replace(REGIONS, ' ');
  const words = bare.split(' ').filter((word) => word !== '' && !KIND_WORDS.test(word));
  const isNumber = (word: string): boolean => /^\d+$/.test(word);
  return {
    places: words.filter((word) => !isNumber(word)),
    numbers: words
      .filter(isNumber)
      .map((word) => word.replace(/^0+(?=\d)/, ''))
      .sort(),
  };
}

const ADJECTIVE = /(?:ск|цк)(?:ая|ий|ое|ой|ого|ому|ую|ом|им|их)$/;
const ENDING = /[аеиоуыэюяьй]{1,2}$/;
const LINKS = /^(?:ин|ов|ев|ен|ан|ян|н|к)?$/;
const SHORTEST = 3;

const stemOf = (word: string): string => {
  const stem = word.replace(ADJECTIVE, '').replace(ENDING, '');
  return stem.length >= SHORTEST ? stem : word;
};

/** «Магдагачинская» and «Магдагачи», «Кузнецовская» and «Кузнецово». */
export function samePlace(a: string, b: string): boolean {
  const [shorter, longer] = [stemOf(a), stemOf(b)].sort((x, y) => x.length - y.length) as [string, string];
  return longer.startsWith(shorter) && LINKS.test(longer.slice(shorter.length));
}

/** Each place of one name is in the other. */
export const samePlaces = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((word) => b.some((other) => samePlace(word, other))) &&
  b.every((word) => a.some((other) => samePlace(word, other)));

const MUNICIPAL_WORDS = /^(?:муницип[а-я]*|район[а-я]?|р-н|округ[а-я]?|город[а-я]*|г|го|мо|мр|образовани[а-я])$/;

/** The proper words of a municipality: «Магдагачинский муниципальный округ» is what «Магдагачинский район» was. */
export const municipalityWords = (name: string): string[] =>
  spacedText(name)
    .split(/[^а-яa-z-]+/)
    .filter((word) => word !== '' && !MUNICIPAL_WORDS.test(word));

export const sameMunicipality = (a: string, b: string): boolean => {
  const [one, other] = [municipalityWords(a), municipalityWords(b)];
  return one.length > 0 && other.length > 0 && samePlaces(one, other);
};
