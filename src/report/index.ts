export { districtReport } from './district';
export type { CorrectedNumber, DistrictData, SchoolCollection } from './district-data';
export { GOST } from './layout';
export { toDocx } from './to-docx';
