import type { Doubt } from './documents';

/** Thrown out of the lock, under which nobody is asked. */
export class Asking extends Error {
  constructor(readonly doubt: Doubt) {
    super(doubt.why);
  }
}

/** Why a person is asked before a document is written. */
export const WHY: Readonly<Record<Doubt['why'], string>> = {
  edited: 'Документ этого отчёта правили вручную',
  undecided: 'Не видно, правили ли документ этого отчёта вручную',
  others: 'Этот отчёт ведёт другой координатор: обновить его документ может только он',
  unreachable: 'Документ этого отчёта недоступен: он удалён или создан другим координатором',
};

/** Another's document, or one that is not there, cannot be written over. */
export const isReplaceable = ({ why }: Doubt): boolean => why === 'edited' || why === 'undecided';
