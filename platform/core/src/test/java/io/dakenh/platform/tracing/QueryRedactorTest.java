package io.dakenh.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

class QueryRedactorTest {
  @Test
  void cutsTokensOutOfAddresses() {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(new QueryRedactor()).build()) {
      Span span =
          provider
              .get("test")
              .spanBuilder("GET")
              .setAttribute(
                  "url.full", "https://graph.facebook.com/v25.0/debug_token?input_token=X")
              .setAttribute("url.query", "input_token=X")
              .setAttribute("http.request.method", "GET")
              .startSpan();
      ReadableSpan seen = (ReadableSpan) span;
      assertThat(seen.getAttribute(AttributeKey.stringKey("url.full")))
          .isEqualTo("https://graph.facebook.com/v25.0/debug_token");
      assertThat(seen.getAttribute(AttributeKey.stringKey("url.query"))).isEmpty();
      assertThat(seen.getAttribute(AttributeKey.stringKey("http.request.method"))).isEqualTo("GET");
      span.end();
    }
  }
}
