package io.dakenh.contracts.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * A business is to be erased. Key: tenant id, on the compacted topic of tenants: it is the last
 * word about this business, so that whoever reads the topic from its beginning never learns of it.
 *
 * @param erasureId under which the erasure is written down; the answers name it
 */
public record TenantErasureRequested(UUID tenantId, UUID erasureId, Instant requestedAt) {}
