package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent hands a conversation on. Key: conversation id. It is allocated anew; who handed it on
 * stays in it until someone joins.
 *
 * @param transferId id of this handing on; a redelivered event carries the same one
 * @param departmentId whose order begins; absent: the department it is in, or the wanted agent's
 * @param wantedAgentId to be asked first, for one pass-on time; absent means nobody
 * @param byAgentId who handed it on, and is not asked as long as anybody else can be
 */
public record ConversationTransferred(
    UUID tenantId,
    UUID conversationId,
    UUID transferId,
    @Nullable UUID departmentId,
    @Nullable UUID wantedAgentId,
    UUID byAgentId,
    Instant transferredAt) {}
