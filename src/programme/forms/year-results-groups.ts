export const GRADUATES = '9 класс';
export const LEAVERS = '11 класс';
/** They get a certificate, or do not. */
export const CERTIFIED_GROUPS = [GRADUATES, LEAVERS] as const;
