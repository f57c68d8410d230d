import { asOf, NBSP, type PeriodKey, quarterTitle, yearAndQuarter } from '../../model';

/** «IV квартал 2023 г., II квартал 2020–2023 гг.»: periods in their order, those of the same quarter together. */
export function quartersTitle(periods: readonly PeriodKey[]): string {
  const quarters = [...new Set(periods.map((period) => yearAndQuarter(period).quarter))];
  return quarters
    .map((quarter) => {
      const own = periods.filter((period) => yearAndQuarter(period).quarter === quarter);
      const title = quarterTitle(own[0]!);
      const years = own.map((period) => yearAndQuarter(period).year).sort((a, b) => a - b);
      return years.length === 1 ? title : title.replace(/\d{4}.*$/, `${spans(years)}${NBSP}гг.`);
    })
    .join(', ');
}

/** «2020–2023», «2020, 2022–2023»; years in their order. */
function spans(years: readonly number[]): string {
  const found: [from: number, to: number][] = [];
  for (const year of years) {
    const last = found[found.length - 1];
    if (last && year === last[1] + 1) last[1] = year;
    else found.push([year, year]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** «(данные за I полугодие 2023/24)»: of a paper that sums up no results. */
export const dataOfPeriod = (period: PeriodKey): string => `(данные ${asOf(period).replace(/ /g, NBSP)})`;
