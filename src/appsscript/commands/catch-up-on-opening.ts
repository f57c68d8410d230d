import { missedNight } from '../../pipeline';
import type { Command } from '../command';
import { localIso } from '../run';
import { consolidateUnwatched } from '../unwatched';
import { NIGHT_HOUR } from './night-hour';

/** A coordinator's installable trigger of opening, where the clock's runs do not work: what the night has missed. */
export const catchUpOnOpening: Command<[], void> = {
  name: 'catchUpOnOpening',
  run: () => consolidateUnwatched(catchUpOnOpening.name, (beat) => missedNight(beat, NIGHT_HOUR, localIso())),
};
