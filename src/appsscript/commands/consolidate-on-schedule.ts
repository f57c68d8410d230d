import { programme } from '../../programme';
import { openBook } from '../book';
import type { Command } from '../command';
import { BY_NIGHT, runConsolidation } from '../consolidate';
import { type Actor, record, sentenceOf, stepByStep } from '../run';

const WHO: Actor = 'автоматический сбор';

/** Nobody watches, so trouble goes to the journal and, thrown again, to Google's failure mail. */
function consolidateUnwatched(): void {
  const tell = (what: string, details: string): void =>
    record(openBook(programme), { who: WHO, what, stamp: '', details });
  try {
    const { title, more } = stepByStep(() => runConsolidation(WHO, BY_NIGHT));
    if (more)
      tell(
        'Свод не закончен',
        `${title}: Google отвечал медленно. Нажмите «Собрать свод» или дождитесь следующего сбора.`,
      );
  } catch (error) {
    tell('Свод не собран', sentenceOf(error));
    throw error;
  }
}

/** Time trigger: the consolidation of every night. */
export const consolidateOnSchedule: Command<[], void> = { name: 'consolidateOnSchedule', run: consolidateUnwatched };
