package io.dakenh.config.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebsiteHostTest {
  @Test
  void bringsHostsIntoOneForm() {
    Map.of(
            "Example.VN", "example.vn",
            "*.Example.vn", "*.example.vn",
            "https://shop.example.vn/", "shop.example.vn",
            "shop.example.vn:8443", "shop.example.vn:8443",
            "shop.example.vn:443", "shop.example.vn",
            "http://shop.example.vn:443", "shop.example.vn:443",
            "localhost:8080", "localhost:8080",
            "trà-sữa.vn", "xn--tr-sa-sqa1894c.vn",
            "127.0.0.1:5500", "127.0.0.1:5500")
        .forEach(
            (typed, host) -> assertThat(WebsiteHost.normalize(typed)).as(typed).hasValue(host));
  }

  @Test
  void refusesWhatIsNoHost() {
    for (String typed :
        List.of(
            "example",
            "*",
            "*.",
            "a.*.vn",
            "example.vn/a",
            "exa mple.vn",
            "example.vn:",
            "*.localhost",
            "example.vn:70000",
            "javascript:alert(1)",
            "ftp://example.vn",
            "-a.vn",
            ".vn")) {
      assertThat(WebsiteHost.normalize(typed)).as(typed).isEmpty();
    }
  }
}
