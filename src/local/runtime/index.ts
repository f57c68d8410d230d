export * from './create-runtime';
