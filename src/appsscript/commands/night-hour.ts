/** When consolidations of the night begin, by the script's clock. */
export const NIGHT_HOUR = 3;
