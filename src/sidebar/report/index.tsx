import type { ReportPanel } from '../../model/report-panel';
import { startPanel } from '../start-panel';
import { Report } from './report';

startPanel<ReportPanel>('report', Report);
