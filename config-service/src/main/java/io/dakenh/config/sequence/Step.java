package io.dakenh.config.sequence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something a sequence does.
 *
 * @param sequence {@code start}, {@code noReply} or {@code offline}
 * @param kind {@code armed}, {@code sent} or {@code cancelled}
 * @param index which content is sent, from 0
 * @param reason why it was armed ({@code conversation-created}, {@code visitor-waits}) or cancelled
 *     ({@code agent-reply}, {@code close}, {@code agents-online}, {@code agents-offline})
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Step(
    int atSeconds,
    String sequence,
    String kind,
    @Nullable Integer index,
    @Nullable String text,
    @Nullable String reason) {}
