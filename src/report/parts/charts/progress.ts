import { formatNumber, NBSP, type RegisterRow, roundBounds } from '../../../model';
import type { PartChart } from '../../kind';
import { wordIn } from '../../registers-table';
import { heightOf } from './size';

const DONE = ['выполнено'];
const UNDER_WAY = ['в работе'];
const NEEDLESS = 'не требуется';

/** Rows of the roadmap by its sections: done, under way, not begun. */
export function progressChart(rows: readonly RegisterRow[]): PartChart[] {
  const needed = rows.filter((row) => wordIn(row, 'status') !== NEEDLESS);
  const sections = [...new Set(needed.map(sectionOf))].sort();
  if (sections.length < 2) return [];
  const lines = sections.map((section) => {
    const own = needed.filter((row) => sectionOf(row) === section);
    const count = (states: readonly string[]) => own.filter((row) => states.includes(wordIn(row, 'status'))).length;
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
          { title: 'выполнено', shade: 'dark' },
          { title: 'в работе', shade: 'middle' },
          { title: 'не начато, не выполнено', shade: 'light' },
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
