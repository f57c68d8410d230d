import type { ImportPanel } from '../../model/import-panel';
import { startPanel } from '../start-panel';
import { Import } from './import';

startPanel<ImportPanel>('import', Import);
