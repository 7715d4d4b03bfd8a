export * from './http.ts';
export * from './problem.ts';
