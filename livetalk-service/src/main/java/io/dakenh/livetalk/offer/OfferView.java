package io.dakenh.livetalk.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as its agent sees it; {@code serverTime} lets a desk with a wrong clock count down
 * rightly.
 *
 * @param kind {@code conversation} or {@code call}
 * @param callId the call; absent for a conversation, as is {@code media}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferView(
    UUID id,
    UUID conversationId,
    @Nullable UUID departmentId,
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
