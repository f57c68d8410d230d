import { measuredDistrict } from './measured-district';
import { programme } from './programme';

export { programme };

const ROWS = 30;

export const data = measuredDistrict(programme, 1, ROWS);
