import type { HelpPanel } from '../../model/help-panel';
import { startPanel } from '../start-panel';
import { Help } from './help';

startPanel<HelpPanel>('help', Help);
