import type { CoordinatorPanel } from '../../model/coordinator-panel';
import { startPanel } from '../start-panel';
import { Coordinator } from './coordinator';

startPanel<CoordinatorPanel>('coordinator', Coordinator);
