package io.dakenh.contracts.livetalk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation was created and wants an agent. Key: conversation id.
 *
 * @param channelKind {@code livetalk}, {@code facebook} or {@code zalo}
 * @param departmentId chosen by the visitor; absent means the default department
 * @param visitorName as given, or a generated name such as {@code Khách 4821}
 * @param preview start of the first message, at most 120 characters, empty when there is none yet
 * @param wantedAgentId whom the visitor asked for by name: to be asked first; absent means nobody
 * @param callId it begins with this call: nobody is asked about it before that has ended; absent
 *     for most
 */
public record ConversationOpened(
    UUID tenantId,
    UUID conversationId,
    String channelKind,
    @Nullable UUID departmentId,
    UUID visitorId,
    String visitorName,
    String preview,
    Instant openedAt,
    @Nullable UUID wantedAgentId,
    @Nullable UUID callId) {}
