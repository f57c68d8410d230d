import { programme as first } from '../../programme';
import { grow } from './growth';

export const programme = grow(first);
