import type { ExplainPanel } from '../../model/explain-panel';
import { startPanel } from '../start-panel';
import { Explain } from './explain';

startPanel<ExplainPanel>('explain', Explain);
