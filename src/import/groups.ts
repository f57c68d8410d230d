import { type Cell, textOf } from '../model';
import { sameMunicipality } from './place-names';
import type { SchoolFinder } from './schools';
import { wordsOf } from './sheet';

const WHOLE =
  /^(?:вся выборка|все |всего|итог|по (?:региону|району|округу|области|школам|муниципал)|российск|рф$|средн(?:ее|ие|ий) )/;
const LAND =
  /(?:^| )(?:обл|область|области|край|края|республика|район|района|р-н|зато|округ|округа|мо|м о|го|мр)(?: |$)|^(?:г|город|республика|муниципальное образование) /;
const OF_SCHOOLS =
  /(?:^| )(?:сош|оош|нош|ош|школ[а-я]*|лице[а-я]*|гимнази[а-я]*|учрежден[а-я]*|м[бка]?оу|моб?у|моку|маоу|интернат[а-я]*)(?: |$|\d)/;

/** Whether a line is about schools together: the country, a region, a district, a total. */
export function isGroup(cell: Cell | undefined): boolean {
  const words = wordsOf(cell);
  return WHOLE.test(words) || (LAND.test(words) && !OF_SCHOOLS.test(words));
}

export const namesSchool = (cell: Cell | undefined): boolean => OF_SCHOOLS.test(wordsOf(cell));

const MUNICIPALITY = /(?:^| )(?:район|р-н|округ|зато|го|мр)(?: |$)|^(?:г|город|муниципальное образование) /;

/** Whether each of the lines is of a school under another municipality than ours, where a report has several. */
export function elsewhere(titles: readonly (Cell | undefined)[], schools: SchoolFinder): boolean[] {
  let under = '';
  const places = titles.map((title) => {
    if (isGroup(title) && MUNICIPALITY.test(wordsOf(title))) under = textOf(title);
    return under;
  });
  const lines = titles.map((title, index) => ({ name: textOf(title), municipality: places[index]! }));
  const own = schools.ownMunicipality(lines.filter(({ municipality }) => municipality !== ''));
  return places.map((place) => place !== '' && own !== '' && !sameMunicipality(place, own));
}

export const isTotal = (cell: Cell | undefined): boolean => WHOLE.test(wordsOf(cell));
