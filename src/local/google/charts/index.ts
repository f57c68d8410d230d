export { createCharts } from './charts';
