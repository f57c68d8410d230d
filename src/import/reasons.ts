import type { RefusalReason, SkipReason } from '../model';

/** Why counts were not taken, and what to do. */
export const REFUSED: Readonly<Record<RefusalReason, string>> = {
  percent_sum: 'проценты не складываются в целые числа при этом количестве участников – запросите числа у школы',
  ambiguous_counts: 'из округлённых процентов числа однозначно не восстановить – запросите числа у школы',
  unknown_school:
    'школа не найдена – впишите её логин, код РЦОИ или это название в строку школы на вкладке «Школы» и внесите файл ещё раз',
  ambiguous_school:
    'название подходит двум школам – впишите его в «Другие названия» нужной школы на вкладке «Школы» и внесите файл ещё раз',
  counts_mismatch: 'числа не сходятся с итогом – сверьте со школой и внесите на вкладке школы',
  unreadable: 'школа, класс, отметка или число не прочитаны – исправьте эту строку в файле и внесите его ещё раз',
  duplicate_conflict: 'об этом же в файле есть строка с другими числами – оставьте верную и внесите файл ещё раз',
};

export const SKIPPED: Readonly<Record<SkipReason, string>> = {
  not_school_row: 'не школа',
  other_municipality: 'другой муниципалитет',
  duplicate_exact: 'точный повтор',
};
