/** Everything of calls: fetched once a way to call is on screen, and shown once there is one. */
export const loadCalls = () => import('./call/index.ts');
