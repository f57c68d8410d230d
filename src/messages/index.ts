export * from './formula-text';
export * from './issue-sentence';
export * from './layout-sentence';
export * from './remark';
