export { toDocx } from './file';
