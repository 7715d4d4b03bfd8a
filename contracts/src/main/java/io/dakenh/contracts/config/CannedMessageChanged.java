package io.dakenh.contracts.config;

import java.util.List;
import java.util.UUID;

/**
 * A canned message was created, changed, deleted or restored. Key: id of the message. Desks that
 * may use it are told to load their list again; the texts stay with config-service.
 *
 * @param version grows by one with each change
 * @param departmentIds departments that may use it; empty: all
 * @param deleted true once deleted; a restored message is announced again with false
 */
public record CannedMessageChanged(
    UUID tenantId, UUID cannedMessageId, long version, List<UUID> departmentIds, boolean deleted) {}
