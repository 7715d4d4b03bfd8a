package io.dakenh.platform.event;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Carries the W3C trace context from the change to whoever consumes its event. */
public final class Traces {
  private Traces() {}

  /** {@code traceparent} of the current span, null when nothing is being traced. */
  public static @Nullable String current() {
    Map<String, String> carrier = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
    return carrier.get(EventHeaders.TRACE_PARENT);
  }

  static Context extract(Headers headers) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.current(), headers, HeaderGetter.INSTANCE);
  }

  private enum HeaderGetter implements TextMapGetter<Headers> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Headers headers) {
      return List.of(EventHeaders.TRACE_PARENT);
    }

    @Override
    public @Nullable String get(@Nullable Headers headers, String key) {
      return headers == null ? null : EventHeaders.read(headers, key);
    }
  }
}
