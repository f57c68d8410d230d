import { defineCheck, type SeenRow } from '../../model';
import { classListOf } from '../class-list';
import { covers } from '../class-set';
import { themeOf } from '../identity';

/** Classes of a combined one, row by row, with more children than it has: each row was given all of them. */
export const combinedClassTwice = defineCheck<{ class: string; enrolled: number; listed: number }>({
  id: 'row/combined-class-twice',
  needs: 'tab',
  beside: ['classes'],
  severity: 'warning',
  find(seen) {
    if (!seen.form.followsClassList || !('enrolled' in seen.form.fields)) return [];
    const combined = classListOf(seen).filter(({ classes }) => classes !== null && classes.from < classes.to);
    return combined.flatMap((item) => {
      const listed = item.entry.numbers.enrolled!;
      const themes = new Map<string, SeenRow[]>();
      for (const row of seen.rows) {
        const isPart = row.classes && covers(item.classes!, row.classes) && !covers(row.classes, item.classes!);
        if (!isPart || row.entry.numbers.enrolled == null) continue;
        const theme = themeOf(seen.form, row.entry);
        themes.set(theme, [...(themes.get(theme) ?? []), row]);
      }
      return [...themes.values()].flatMap((rows) => {
        const enrolled = rows.reduce((sum, { entry }) => sum + entry.numbers.enrolled!, 0);
        const details = { class: item.entry.texts.grade!, enrolled, listed };
        return enrolled > listed ? rows.map((at) => ({ at, field: 'enrolled', details })) : [];
      });
    });
  },
  words: ({ class: name, enrolled, listed }) =>
    `классы комплекта ${name} вместе – ${enrolled}, а в нём ${listed}; укажите детей каждого класса или одну строку ${name}`,
  cases: [
    {
      form: 'pupils',
      rows: [
        { grade: '1', enrolled: 12, assessed: 12, failing: 0 },
        { grade: '2', enrolled: 12, assessed: 12, failing: 0 },
      ],
      tab: { classes: [{ grade: '1-4', enrolled: 12 }] },
      says: [
        '1: Классы комплекта 1-4 вместе – 24, а в нём 12; укажите детей каждого класса или одну строку 1-4',
        '2: Классы комплекта 1-4 вместе – 24, а в нём 12; укажите детей каждого класса или одну строку 1-4',
      ],
    },
    {
      form: 'pupils',
      rows: [
        { grade: '1', enrolled: 4, assessed: 4, failing: 0 },
        { grade: '2', enrolled: 3, assessed: 3, failing: 0 },
      ],
      tab: { classes: [{ grade: '1-4', enrolled: 12 }] },
      says: [],
    },
  ],
});
