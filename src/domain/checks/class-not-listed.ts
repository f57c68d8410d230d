import { defineCheck } from '../../model';
import { listedClasses } from '../class-list';
import { classTitle } from '../class-set';

/** A class that the class list does not have. */
export const classNotListed = defineCheck<{ class: string }>({
  id: 'row/class-not-listed',
  needs: 'tab',
  byRow: () => true,
  severity: 'warning',
  find(seen) {
    const inList = listedClasses(seen);
    return seen.rows.flatMap((at) => {
      const found = inList(at);
      if (found === null || found.partly || found.listed.length > 0) return [];
      const { grade = '', letter = '' } = at.entry.texts;
      return [{ at, field: 'grade', details: { class: classTitle(grade, letter) } }];
    });
  },
  words: (details) => `класса ${details.class} нет в форме «Число обучающихся»: добавьте его туда или исправьте здесь`,
  cases: [
    {
      form: 'pupils',
      rows: [{ grade: '6', letter: 'Б', enrolled: 9, assessed: 9, failing: 0 }],
      tab: { classes: [{ grade: '5', letter: 'А', enrolled: 15 }] },
      says: ['1: Класса 6Б нет в форме «Число обучающихся»: добавьте его туда или исправьте здесь'],
    },
    {
      form: 'pupils',
      rows: [{ grade: '5', letter: 'А', enrolled: 15, assessed: 15, failing: 0 }],
      tab: { classes: [{ grade: '5', letter: 'А', enrolled: 15 }] },
      says: [],
    },
    // «2-4» are among a listed «1-4».
    {
      form: 'pupils',
      rows: [{ grade: '2-4', enrolled: 9, assessed: 9, failing: 0 }],
      tab: { classes: [{ grade: '1-4', enrolled: 12 }] },
      says: [],
    },
  ],
});
