package io.dakenh.billing.metering;

import java.util.UUID;

/** A call of a tenant: the same call id under another tenant is another call. */
record CallKey(UUID tenantId, UUID callId) {}
