export { districtReport } from './district';
export type { DistrictData, SchoolCollection } from './district-data';
export { toDocx } from './to-docx';
