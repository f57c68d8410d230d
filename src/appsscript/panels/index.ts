import type { AnyPanel } from '../panel';
import { help } from './help';
import { report } from './report';

export const panels: readonly AnyPanel[] = [help, report];
