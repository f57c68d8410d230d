import type { PeriodKey } from '../../model';
import { closePeriod } from '../close-period';
import type { Command } from '../command';

/** For panels and archives: closes the period named, and no other. */
export const closePeriodNamed: Command<[period: PeriodKey]> = { name: 'closePeriod', needs: 'steps', run: closePeriod };
