package io.dakenh.livetalk.personaldata;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner asked for.
 *
 * @param kind {@code export} or {@code erase}
 * @param state {@code waiting}, {@code done} or {@code failed}
 * @param receipt of an erasure that is done
 * @param fileBytes of an export that is done
 * @param expiresAt until when that can be fetched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Job(
    UUID id,
    String kind,
    UUID visitorId,
    UUID requestedBy,
    String requestedByName,
    Instant requestedAt,
    String state,
    @Nullable Instant finishedAt,
    @Nullable Erased receipt,
    @Nullable Long fileBytes,
    @Nullable Instant expiresAt) {}
