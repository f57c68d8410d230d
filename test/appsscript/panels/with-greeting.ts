import type { AnyPanel, Panel } from '../../../src/appsscript/panel';
import { panels as first } from '../../../src/appsscript/panels';
import type { GreetingPanel } from './greeting/shape';

const greeting: Panel<GreetingPanel> = {
  key: 'greeting',
  title: 'Приветствие',
  load: () => ({ hour: 10 }),
  actions: {
    greet: { changes: 'nothing', run: (name) => `Здравствуйте, ${name}!` },
    rename: {
      needs: 'lock',
      run() {
        SpreadsheetApp.getActive().rename('Другая книга');
        return null;
      },
    },
    fail: {
      changes: 'nothing',
      run() {
        throw new Error('undefined is not a function');
      },
    },
  },
};

/** The add-on's panels and one more. */
export const panels: readonly AnyPanel[] = [...first, greeting];
