import { otherAddOn } from '../src/local/other-add-on';

/** Builds what tests of whole workbooks run, once: the add-on with the four forms of `four-forms.ts`. */
export default function beforeAll(): void {
  process.env.FOUR_FORMS = otherAddOn({ programme: 'test/four-forms.ts' });
}
