export * from './answer-edit';
export * from './check-tab';
export * from './consolidate';
export * from './export-results';
export * from './period-results';
export * from './roll-tab';
export * from './set-up';
export * from './stored-periods';
