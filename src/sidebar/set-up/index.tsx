import type { SetUpPanel } from '../../model/set-up-panel';
import { startPanel } from '../start-panel';
import { SetUp } from './set-up';

startPanel<SetUpPanel>('set-up', SetUp);
