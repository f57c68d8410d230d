import type { Block } from '../../src/model';
import { composeReport, explainedBy, figureTitle, reportKinds, usedFigures } from '../../src/report';
import { programme } from '../four-forms';
import { fullData } from './data';

const district = reportKinds.find(({ key }) => key === 'district')!;
const data = fullData();
const tree = composeReport(district, data, null);
type Table = Extract<Block, { kind: 'table' }>;
const tables = tree.blocks.filter((block): block is Table => block.kind === 'table');
const listed = tables.find(({ caption }) => caption.endsWith('Как рассчитано'))!;
const used = usedFigures(tree.blocks);
const measures = [...programme.indicators, ...(programme.measures ?? [])];
const words = (row: Table['rows'][number]): string[] => row.map(({ content }) => content as string);

test('the appendix lists every indicator that the report tells of, with its formula, form and figures, the period where it is another', () => {
  const titles = new Set(used.map(({ figure }) => measures.find(({ key }) => key === figure.indicator)!.title));
  expect(new Set(listed.rows.map((row) => words(row)[0]))).toEqual(titles);
  const quality = listed.rows.map(words).find(([title]) => title === 'Качество знаний обучающихся')!;
  expect(quality[1]).toBe('(«Отличники» + «На «4» и «5», без отличников») / «Подлежат аттестации» × 100 %');
  expect(quality[2]).toBe('Итоги обучающихся');
  expect(listed.note).toMatch(/^Где период не назван, данные за II\sквартал\s2023\sг\. /);
  expect(quality[4]).toMatch(/^Ф-\d+\s– Ф-\d+$/);
});

test('every figure has one number, and those of one indicator follow each other', () => {
  expect(used.map(({ id }) => id)).toEqual(used.map((_, index) => `Ф-${index + 1}`));
  const order = used.map(({ figure }) => figure.indicator);
  const changes = order.filter((key, index) => key !== order[index - 1]);
  expect(changes).toHaveLength(new Set(order).size);
});

test('the tables named beside an indicator are those in which its figures stand', () => {
  listed.rows.map(words).forEach(([title, , , places]) => {
    const own = used.filter(({ figure }) => figureTitle(data, figure).startsWith(`${title},`));
    const numbers = tables.flatMap(({ rows }, index) => {
      const runs = rows.flat().flatMap(({ content }) => (typeof content === 'string' ? [] : content));
      return runs.some(({ figure }) => own.some((one) => one.figure === figure)) ? [index + 1] : [];
    });
    expect(`${title}: ${places}`).toBe(
      `${title}: ${numbers.length > 0 ? `табл.\u00a0${numbers.join(', ')}` : 'в тексте'}`,
    );
  });
});

test('the same data give the same numbers', () => {
  const again = usedFigures(composeReport(district, fullData(), null).blocks);
  expect(again.map(({ id, figure }) => [id, figure])).toEqual(used.map(({ id, figure }) => [id, figure]));
});

test('a number of the list is asked for by what it tells of', () => {
  const quality = used.find(({ figure }) => figure.indicator === 'pupil-quality-rate' && figure.school === 'two')!;
  expect(figureTitle(data, quality.figure)).toBe('Качество знаний обучающихся, Школа №2');
  expect(explainedBy(data, quality.figure)).toEqual({
    ...{ kind: 'figure', period: '2023-Q2', scope: 'school', school: 'two', indicator: 'pupil-quality-rate' },
  });
});

test('for a site, where nobody can look a number up, the list goes without numbers', () => {
  const site = composeReport(district, { ...fullData(), edition: 'публичная' }, null);
  const table = site.blocks.find(
    (block): block is Table => block.kind === 'table' && /Как рассчитано$/.test(block.caption),
  )!;
  expect(table.columns.map(({ title }) => title)).toEqual(['Показатель', 'Формула', 'Источник', 'Где']);
});
