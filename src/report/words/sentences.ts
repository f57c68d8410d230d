import { counted, type Figure, formatNumber, NBSP, type PeriodKey, quarterTitle, yearAndQuarter } from '../../model';
import { capital } from './indicators';
import { agreed, ofPupils } from './pupils';
import { pupilsText } from './shares';

const SECOND = 2;

/** «к I кварталу 2023 г.», «ко II кварталу 2023 г.»: ко второму. */
export function byQuarter(period: PeriodKey): string {
  const title = quarterTitle(period).replace('квартал', 'кварталу');
  return `${yearAndQuarter(period).quarter === SECOND ? 'ко' : 'к'}${NBSP}${title}`;
}

/** One pupil and several. */
export const NOT_PASSING = ['не успевает или не аттестован', 'не успевают или не аттестованы'] as const;

/** «Не успевают или не аттестованы 27», «Не успевает или не аттестован 1» */
export const notPassing = (n: number): string => `${capital(agreed(n, NOT_PASSING))}${NBSP}${formatNumber(n)}`;

/** «После пересдач программу прошлого учебного года не освоили 4 из 300 обучающихся (1,3 %).» */
export function afterResits(left: Pick<Figure, 'numerator' | 'denominator' | 'value'>): string {
  const { numerator, denominator } = left;
  const who =
    numerator > 0
      ? `${agreed(numerator, ['освоил', 'освоили'])} ${pupilsText(left)}`
      : denominator === 1
        ? 'освоил единственный обучающийся'
        : `освоил ни один из ${ofPupils(denominator)}`;
  return `После пересдач программу прошлого учебного года не ${who}.`;
}

/** «обучены 83 из 96 (86,5 %)», after «За три года» */
export const trained = (n: number, told: string): string => `${agreed(n, ['обучен', 'обучены'])} ${told}`;

/** «Курсы нужны 4 работникам» */
export const coursesNeeded = (n: number): string =>
  `Курсы нужны ${counted(n, 'работнику', 'работникам', 'работникам')}`;

/** «Переподготовка нужна 4 работникам» */
export const retrainingNeeded = (n: number): string =>
  `Переподготовка нужна ${counted(n, 'работнику', 'работникам', 'работникам')}`;

/** «Из 20 рекомендаций, данных раньше, выполнено 5» */
export const recommendationsDone = (all: number, done: number): string =>
  `Из ${counted(all, 'рекомендации, данной раньше', 'рекомендаций, данных раньше', 'рекомендаций, данных раньше')}, выполнено ${formatNumber(done)}`;

/** «Из 14 рекомендаций решены 3» */
export const recommendationsDecided = (all: number, decided: number): string =>
  `Из ${counted(all, 'рекомендации', 'рекомендаций', 'рекомендаций')} ${agreed(decided, ['решена', 'решены'])} ${formatNumber(decided)}`;

/** «Из 71 документа утверждены 64, из них в электронной форме 59» */
export const documentsApproved = (all: number, approved: number, electronic: number): string =>
  `Из ${counted(all, 'документа', 'документов', 'документов')} ${agreed(approved, ['утверждён', 'утверждены'])} ${formatNumber(approved)}, из них в электронной форме ${formatNumber(electronic)}`;

/** «примерно 19 случаев из 100»: how often chance gives the same; a share of 0..1, at least one in a hundred. */
export const casesOfHundred = (share: number): string =>
  `примерно ${counted(Math.max(1, Math.round(100 * share)), 'случай', 'случая', 'случаев')} из${NBSP}100`;

const UP_TO_TEN = ['', 'одной', 'двух', 'трёх', 'четырёх', 'пяти', 'шести', 'семи', 'восьми', 'девяти', 'десяти'];

/** «четырёх школ», «14 школ» */
export const schoolsInGenitive = (n: number): string =>
  UP_TO_TEN[n] ? `${UP_TO_TEN[n]} ${n === 1 ? 'школы' : 'школ'}` : counted(n, 'школы', 'школ', 'школ');

/** «не показала ни одна из 7 школ» */
export const noneOfSchools = (n: number): string =>
  n === 1 ? 'единственная школа' : `ни одна из ${counted(n, 'школы', 'школ', 'школ')}`;

/** «ни в одной из 4 школ» */
export const inNoneOfSchools = (n: number): string =>
  n === 1 ? 'в единственной школе' : `ни в одной из ${counted(n, 'школы', 'школ', 'школ')}`;

/** «не учтены 4 строки из 310» */
export const rowsLeftOut = (n: number, all: number): string =>
  `${agreed(n, ['не учтена', 'не учтены'])} ${counted(n, 'строка', 'строки', 'строк')} из${NBSP}${formatNumber(all)}`;

/** «2 раза»: how often a school's data were given back to it. */
export const returned = (times: number): string => counted(times, 'раз', 'раза', 'раз');

/** «12 школам» */
export const givenTo = (schools: number): string => counted(schools, 'школе', 'школам', 'школам');

/** «в срок», «на 3 дня позже» */
export const handedInLate = (days: number): string =>
  days === 0 ? 'в срок' : `на ${counted(days, 'день', 'дня', 'дней')} позже`;
