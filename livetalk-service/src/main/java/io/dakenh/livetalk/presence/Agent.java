package io.dakenh.livetalk.presence;

import java.util.UUID;

/** An agent or owner of a business. */
record Agent(UUID tenantId, UUID id) {}
