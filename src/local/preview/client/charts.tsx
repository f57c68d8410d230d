import type { ChartView, TabLayout } from '../messages';

/** Charts of a tab, over its cells; they scroll along with them. */
export function Charts({ layout, left, top }: { layout: TabLayout; left: number; top: number }) {
  return (
    <>
      {layout.charts.map((chart) => (
        <img
          key={chart.id}
          class="chart"
          alt={`График: ${chart.title}`}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(chart.svg)}`}
          style={placeOf(chart, layout, left, top)}
        />
      ))}
    </>
  );
}

const sum = (sizes: readonly number[], until: number): number =>
  sizes.slice(0, until).reduce((total, size) => total + size, 0);

function placeOf(
  { row, column, x, y, width, height }: ChartView,
  { widths, heights }: TabLayout,
  left: number,
  top: number,
) {
  return {
    left: `${left + sum(widths, column) + x}px`,
    top: `${top + sum(heights, row) + y}px`,
    width: `${width}px`,
    height: `${height}px`,
  };
}
