package io.dakenh.routing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as its agent sees it; the same shape as on the socket.
 *
 * @param preview start of the visitor's first message
 * @param serverTime the clock {@code expiresAt} is to be compared with
 * @param kind {@code conversation} or {@code call}
 * @param callId the call, absent for a conversation
 * @param media {@code audio} or {@code video}, absent for a conversation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferView(
    UUID id,
    UUID conversationId,
    UUID departmentId,
    String departmentName,
    String visitorName,
    String channelKind,
    String preview,
    Instant madeAt,
    Instant expiresAt,
    Instant serverTime,
    String kind,
    @Nullable UUID callId,
    @Nullable String media) {}
