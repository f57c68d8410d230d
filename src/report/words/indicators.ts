import type { ShareWords } from './shares';

const said = (one: string, many: string, nobody: string, rate: string): ShareWords => ({
  pupils: [one, many],
  nobody,
  rate,
});

/** How reports tell of the shares of pupils: verb, nobody, rate; what is not here is told by its title. */
export const SHARE_WORDS: Readonly<Record<string, ShareWords>> = {
  'pupil-pass-rate': said('успевает', 'успевают', 'не успевает', 'успеваемость обучающихся составила'),
  'pupil-quality-rate': said(
    'на «4» и «5» учится',
    'на «4» и «5» учатся',
    'на «4» и «5» не учится',
    'качество знаний составило',
  ),
  'excellent-rate': said(
    'на «отлично» учится',
    'на «отлично» учатся',
    'на «отлично» не учится',
    'доля отличников составила',
  ),
  'reserve-rate': said(
    'с одной «3» учится',
    'с одной «3» учатся',
    'с одной «3» не учится',
    'доля обучающихся с одной «3» составила',
  ),
  'not-mastered-rate': said(
    'имеет задолженность за год',
    'имеют задолженность за год',
    'задолженности за год не имеет',
    'доля обучающихся, имеющих задолженность за год, составила',
  ),
  'additional-education-rate': said(
    'в объединениях дополнительного образования занимается',
    'в объединениях дополнительного образования занимаются',
    'в объединениях дополнительного образования не занимается',
    'охват дополнительным образованием составил',
  ),
  'individual-plan-rate': said(
    'по индивидуальному учебному плану учится',
    'по индивидуальному учебному плану учатся',
    'по индивидуальному учебному плану не учится',
    'доля обучающихся по индивидуальному учебному плану составила',
  ),
};

/** In the middle of a sentence: abbreviations keep their capitals. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A sentence begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
