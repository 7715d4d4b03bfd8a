/** How far what was written has come: fetched once there is a conversation. */
export const loadReceipt = () => import('./Receipt.tsx');
