/** Legend, numbers and title of the axis. */
const FRAME_MM = 24;
const ROW_MM = 5;

/** Height of a chart of so many lying bars. */
export const heightOf = (rows: number): number => FRAME_MM + ROW_MM * rows;

/** Of a chart with lines, and of one with points. */
export const LINES_MM = 39;
export const POINTS_MM = 56;
