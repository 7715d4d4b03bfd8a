package io.dakenh.contracts.config;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new version of the tenant's public widget document is being served. Key: tenant id. Open
 * widgets are told to load it again.
 *
 * @param version grows by one with each publish
 * @param allowedWebsites hosts that may carry the widget, as in the section {@code websites}:
 *     {@code example.vn}, {@code *.example.vn}, {@code localhost:8080}; absent or empty: every
 *     website
 */
public record WidgetPublished(
    UUID tenantId, String widgetKey, long version, @Nullable List<String> allowedWebsites) {}
