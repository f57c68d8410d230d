/** Entry point that the nightly trigger calls. */
export const NIGHTLY = 'consolidateOnSchedule';
