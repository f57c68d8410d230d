import { heartbeatWords } from '../pipeline/heartbeat';
import { heartbeat } from './heartbeat';
import { localIso } from './run';

const SECONDS = 10;

/** A simple trigger may show no window: whoever opens the workbook gets it in the corner. */
export function tellHeartbeat(coordinator: boolean): void {
  const words = heartbeatWords(heartbeat(), localIso(), coordinator);
  if (words !== '') SpreadsheetApp.getActive().toast(words, 'Качество образования', SECONDS);
}
