import type { AnyPanel } from '../panel';
import { help } from './help';

export const panels: readonly AnyPanel[] = [help];
