/** The level of rows of a small school that speak of classes of several levels together: «1-9». */
export const MIXED_LEVELS = 'разных уровней вместе';
