// Generated from docs/api/billing.yaml: npm run generate

export interface paths {
    "/api/v1/entitlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Call time of the current month */
        get: operations["getEntitlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Movements of call time, newest first */
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        EntitlementView: {
            /** Format: int64 */
            bonusSecondsLeft?: number;
            month?: string;
            /** Format: int64 */
            monthlySecondsGranted?: number;
            /** Format: int64 */
            monthlySecondsLeft?: number;
            /** Format: int64 */
            monthlySecondsUsed?: number;
            planCode?: string;
            resetsAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            version?: number;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        LedgerEntryView: {
            account?: string;
            /** Format: int64 */
            balanceAfterSeconds?: number;
            cause?: string;
            id?: components["schemas"]["UUID"];
            month?: string;
            occurredAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            seconds?: number;
            transferId?: components["schemas"]["UUID"];
        };
        PageLedgerEntryView: {
            items?: components["schemas"]["LedgerEntryView"][];
            nextCursor?: string;
        };
        /** Format: uuid */
        UUID: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getEntitlement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listLedgerEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageLedgerEntryView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
