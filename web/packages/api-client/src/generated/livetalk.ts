// Generated from docs/api/livetalk.yaml: npm run generate

export interface paths {
    "/api/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Colleagues with presence */
        get: {
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
                        "application/json": components["schemas"]["PageColleagueView"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations, newest activity first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    view?: string;
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
                        "application/json": components["schemas"]["PageConversationView"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One conversation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
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
                        "application/json": components["schemas"]["ConversationView"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of a conversation
         * @description The newest page first; each page ascending. nextCursor is the before of the next page.
         */
        get: {
            parameters: {
                query?: {
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: components["schemas"]["UUID"];
                };
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
                        "application/json": components["schemas"]["PageMessage"];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/visitor-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A visitor's session
         * @description A genuine token of this business, even an ended one, keeps its visitor.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateVisitorSession"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitorSessionView"];
                    };
                };
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/widgets/{widgetKey}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Presence of the agents a visitor may choose
         * @description Empty unless visitors choose an agent; 404 for an unknown key or a suspended business.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    widgetKey: string;
                };
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
                        "application/json": components["schemas"]["PresencesView"];
                    };
                };
            };
        };
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
        AgentView: {
            avatarUrl?: string;
            id?: components["schemas"]["UUID"];
            name?: string;
        };
        AnswerView: {
            key?: string;
            label?: string;
            value?: string;
        };
        Author: {
            avatarUrl?: string;
            id?: components["schemas"]["UUID"];
            kind?: string;
            name?: string;
        };
        ColleagueView: {
            avatarUrl?: string;
            id?: components["schemas"]["UUID"];
            name?: string;
            state?: string;
        };
        ConversationView: {
            agents?: components["schemas"]["AgentView"][];
            channelKind?: string;
            closedAt?: components["schemas"]["Instant"];
            departmentId?: components["schemas"]["UUID"];
            /** Format: int64 */
            epoch?: number;
            id?: components["schemas"]["UUID"];
            lastMessage?: components["schemas"]["Message"];
            /** Format: int64 */
            lastSequence?: number;
            openedAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            otherReadSequence?: number;
            page?: components["schemas"]["PageView"];
            /** Format: int64 */
            readSequence?: number;
            state?: string;
            /** Format: int64 */
            version?: number;
            visitor?: components["schemas"]["VisitorView"];
        };
        CreateVisitorSession: {
            visitorToken?: string;
            widgetKey: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Message: {
            author?: components["schemas"]["Author"];
            clientMessageId?: components["schemas"]["UUID"];
            id?: components["schemas"]["UUID"];
            kind?: string;
            sentAt?: components["schemas"]["Instant"];
            /** Format: int64 */
            sequence?: number;
            text?: string;
        };
        PageColleagueView: {
            items?: components["schemas"]["ColleagueView"][];
            nextCursor?: string;
        };
        PageConversationView: {
            items?: components["schemas"]["ConversationView"][];
            nextCursor?: string;
        };
        PageMessage: {
            items?: components["schemas"]["Message"][];
            nextCursor?: string;
        };
        PageView: {
            title?: string;
            url?: string;
        };
        PresencesView: {
            items?: components["schemas"]["PresenceView"][];
        };
        PresenceView: {
            id?: components["schemas"]["UUID"];
            state?: string;
        };
        /** Format: uuid */
        UUID: string;
        VisitorSessionView: {
            expiresAt?: components["schemas"]["Instant"];
            visitorId?: components["schemas"]["UUID"];
            visitorToken?: string;
        };
        VisitorView: {
            email?: string;
            fields?: components["schemas"]["AnswerView"][];
            id?: components["schemas"]["UUID"];
            name?: string;
            phone?: string;
            wantedAgent?: components["schemas"]["AgentView"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
