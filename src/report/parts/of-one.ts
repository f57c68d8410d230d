import type { School } from '../../model';
import type { Part, PartBlock } from '../kind';
import { type ReportData, schoolOf } from '../report-data';

/** A part about one school. */
export const ofOne = (blocks: (data: ReportData, school: School) => readonly PartBlock[]): Part['blocks'] => {
  return (data, subject) => {
    const school = schoolOf(data, subject);
    return school ? blocks(data, school) : [];
  };
};
