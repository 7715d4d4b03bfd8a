export * from './client.ts';
export * from './frames.ts';
export * from './receipts.ts';
