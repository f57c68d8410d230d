import { createRequire } from 'node:module';
import type * as Resvg from '@resvg/resvg-js';
import type * as Echarts from 'echarts';
import { type Drawn, echartsOption, FONT, LETTER } from './drawing';

/** Loaded when the first chart is drawn: most runs draw none. */
const load = createRequire(__filename);
/** A bare machine has no fonts of its own, and two machines not the same ones. */
const FONTS = ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'];

const known = new Map<string, Buffer>();
let drawer: { echarts: typeof Echarts; resvg: typeof Resvg; fonts: string[] } | undefined;

function tools(): NonNullable<typeof drawer> {
  if (drawer) return drawer;
  const echarts: typeof Echarts = load('echarts');
  const sizeOf = (font = '12px') => Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '12');
  echarts.setPlatformAPI({
    measureText: (text, font) => ({ width: text.length * LETTER * sizeOf(font) }),
  });
  const fonts = FONTS.map((name) => load.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  drawer = { echarts, resvg: load('@resvg/resvg-js'), fonts };
  return drawer;
}

export function svgOf(drawn: Drawn): string {
  const { width, height } = drawn;
  const chart = tools().echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(echartsOption(drawn) as Echarts.EChartsCoreOption);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The same chart is drawn once: it is the same picture. */
export function pngOf(drawn: Drawn): Buffer {
  const key = JSON.stringify(drawn);
  const before = known.get(key);
  if (before) return before;
  const started = process.cpuUsage();
  const { resvg, fonts } = tools();
  const font = { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: FONT };
  const png = Buffer.from(new resvg.Resvg(svgOf(drawn), { font, background: '#ffffff' }).render().asPng());
  known.set(key, png);
  const { user, system } = process.cpuUsage(started);
  spent += (user + system) / 1000;
  return png;
}

let spent = 0;

/** Milliseconds of this process's time that have gone into pictures so far: on Google they are none of the add-on's. */
export const spentOnPictures = (): number => spent;
