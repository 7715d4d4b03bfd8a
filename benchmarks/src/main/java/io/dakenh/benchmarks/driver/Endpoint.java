package io.dakenh.benchmarks.driver;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket to open.
 *
 * @param token travels as a subprotocol beside {@code dakenh.v1}; none for bare limits
 * @param origin the page's origin, where the server asks for one
 */
public record Endpoint(
    InetSocketAddress address, String path, @Nullable String token, @Nullable String origin) {}
