import type { AnyPanel } from '../panel';
import { coordinator } from './coordinator';
import { explain } from './explain';
import { help } from './help';
import { importFile } from './import';
import { report } from './report';
import { setUp } from './set-up';

export const panels: readonly AnyPanel[] = [coordinator, explain, help, importFile, report, setUp];
