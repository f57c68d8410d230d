import { formatNumber, NBSP, type RegisterRow, roundBounds } from '../../../model';
import type { PartChart } from '../../kind';
import { STATES, stateOf, stateWord } from '../../register-states';
import { wordIn } from '../../registers-table';
import type { ReportData } from '../../report-data';
import { heightOf } from './size';

const { done: DONE, underWay: UNDER_WAY, needless: NEEDLESS, notBegun, failed } = STATES.plan;

/** Rows of the roadmap by its sections: done, under way, not begun. */
export function progressChart(data: Pick<ReportData, 'programme'>, rows: readonly RegisterRow[]): PartChart[] {
  const needed = rows.filter((row) => stateOf(row) !== NEEDLESS);
  const wordOf = (state: string): string => stateWord(data, 'plan', state);
  const sections = [...new Set(needed.map(sectionOf))].sort();
  if (sections.length < 2) return [];
  const lines = sections.map((section) => {
    const own = needed.filter((row) => sectionOf(row) === section);
    const count = (state: string) => own.filter((row) => stateOf(row) === state).length;
    const [done, going] = [count(DONE), count(UNDER_WAY)];
    return {
      title: `Раздел ${section}: ${formatNumber(done)} из ${formatNumber(own.length)}`,
      words: wordIn(own[0]!, 'section'),
      values: [done, going, own.length - done - going],
    };
  });
  const most = Math.max(...lines.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const title = 'Ход дорожной карты по разделам';
  return [
    {
      kind: 'chart',
      key: 'progress',
      impersonal: true,
      title,
      intro: `${title} показан на рисунке${NBSP}{figure:progress}.`,
      chart: {
        form: 'bars',
        axis: { title: 'мероприятий', ...roundBounds([0, most]) },
        series: [
          { title: wordOf(DONE), shade: 'dark' },
          { title: wordOf(UNDER_WAY), shade: 'middle' },
          { title: `${wordOf(notBegun)}, ${wordOf(failed)}`, shade: 'light' },
        ],
        rows: lines.map(({ title, values }) => ({ title, values })),
      },
      alt: `${title}. ${lines.map((line) => `${line.title} выполнено, ${line.values[1]} в работе`).join('; ')}.`,
      heightMm: heightOf(lines.length),
      note: `Выполнено из всех мероприятий раздела. Разделы: ${lines.map(({ words }) => words).join('; ')}.`,
    },
  ];
}

/** «1.1» of «1.1.3», «2» of «2.4», as the order numbers its sections. */
function sectionOf(row: RegisterRow): string {
  const parts = wordIn(row, 'number').split('.');
  return parts.slice(0, -1).join('.');
}
