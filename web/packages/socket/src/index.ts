export * from './client.ts';
export * from './frames.ts';
