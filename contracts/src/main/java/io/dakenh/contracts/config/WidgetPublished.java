package io.dakenh.contracts.config;

import java.util.UUID;

/**
 * A new version of the tenant's public widget document is being served. Key: tenant id. Open
 * widgets are told to load it again.
 *
 * @param version grows by one with each publish
 */
public record WidgetPublished(UUID tenantId, String widgetKey, long version) {}
