import { grow } from '../growth';
import { programme as first } from './programme';

export const programme = grow(first);
