export * from './issue-sentence';
export * from './layout-sentence';
export * from './remark';
export * from './surplus-sentence';
