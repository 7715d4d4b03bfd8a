package io.dakenh.contracts.channel;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer asked the provider to have their data deleted. The connector has done so. Key: thread
 * id.
 */
public record ChannelContactErased(
    UUID tenantId, UUID channelId, UUID threadId, UUID contactId, Instant erasedAt) {}
