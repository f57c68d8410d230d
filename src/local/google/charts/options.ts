type Options = Record<string, unknown>;

/** What a path of options holds, by the documentation of Google Charts; others of its options are not drawn here. */
const COMMON = [
  'backgroundColor',
  'fontName',
  'fontSize',
  'title',
  'legend.position',
  'legend.textStyle.color',
  'chartArea.left',
  'chartArea.top',
  'chartArea.width',
  'chartArea.height',
  ...['hAxis', 'vAxis'].flatMap((axis) => [
    `${axis}.title`,
    `${axis}.titleTextStyle.color`,
    `${axis}.titleTextStyle.italic`,
    `${axis}.textStyle.color`,
    `${axis}.viewWindow.min`,
    `${axis}.viewWindow.max`,
    `${axis}.ticks`,
    `${axis}.gridlines.color`,
    `${axis}.baselineColor`,
  ]),
  'series.*.color',
];
const BY_KIND = {
  BarChart: ['isStacked', 'bar.groupWidth', 'series.*.visibleInLegend'],
  LineChart: ['series.*.lineWidth', 'series.*.lineDashStyle', 'series.*.pointShape', 'series.*.pointSize'],
  ScatterChart: ['series.*.lineWidth', 'series.*.pointShape', 'series.*.pointSize'],
  ComboChart: [
    'isStacked',
    'seriesType',
    'series.*.type',
    'series.*.visibleInLegend',
    'series.*.lineWidth',
    'series.*.lineDashStyle',
    'series.*.pointSize',
  ],
} as const;

/** Of a chart on a sheet the size is an option; ticks, the place of the drawing and the width of bars are not its script's. */
const ON_SHEET = ['width', 'height', 'titleTextStyle.fontSize'];
const NOT_ON_SHEET = /^(chartArea\.|bar\.|[hv]Axis\.ticks$)/;

export type Kind = keyof typeof BY_KIND;

const isTree = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `setOption('hAxis.title', …)` says the same as `setOption('hAxis', { title: … })`. */
export function withOption(options: Options, name: string, value: unknown): Options {
  const [first, ...rest] = name.split('.');
  const own = options[first!];
  if (rest.length > 0) return { ...options, [first!]: withOption(isTree(own) ? own : {}, rest.join('.'), value) };
  return { ...options, [first!]: isTree(own) && isTree(value) ? { ...own, ...value } : value };
}

/** Google passes over an option that it does not know; here a script is told at once. */
export function refuseUnknown(kind: Kind, options: Options, place: 'picture' | 'embedded' = 'picture'): void {
  const all = [...COMMON, ...BY_KIND[kind]];
  const known = new Set<string>(
    place === 'picture' ? all : [...all.filter((name) => !NOT_ON_SHEET.test(name)), ...ON_SHEET],
  );
  const walk = (tree: Options, path: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      const name = path + (/^\d+$/.test(key) ? '*' : key);
      if (known.has(name)) continue;
      if (!isTree(value)) throw new Error(`${kind}.setOption(${name}) is not implemented`);
      walk(value, `${name}.`);
    }
  };
  walk(options, '');
}
