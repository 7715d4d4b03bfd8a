export type * from './contracts.ts';
export * from './http.ts';
export * from './problem.ts';
