export { programme } from '../src/local/proof/four-forms/programme';
