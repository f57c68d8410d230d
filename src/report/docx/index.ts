export { docxParts } from './file';
