package io.dakenh.channels.provider;

import java.time.Instant;

/**
 * State of one provider.
 *
 * @param kind {@code facebook} or {@code zalo}
 * @param configured whether our app's id and secret are set
 * @param reachable whether the platform answered
 * @param checkedAt when it was asked
 */
public record ProviderView(String kind, boolean configured, boolean reachable, Instant checkedAt) {}
