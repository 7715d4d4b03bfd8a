package io.dakenh.platform.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.net.SafeAddress.RefusedException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/a.jpg",
        "https://127.0.0.1/a.jpg",
        "https://localhost/a.jpg",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[2002:7f00:1::]/",
        "https://224.0.0.1/",
        "https://198.18.0.1/",
        "http://93.184.216.34/a.jpg",
        "https://93.184.216.34:8443/a.jpg",
        "https://user@93.184.216.34/",
        "ftp://93.184.216.34/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://2130706433/",
        "//93.184.216.34/a",
        "not an address",
        ""
      })
  void refuses(String url) {
    assertThatThrownBy(() -> SafeAddress.of(url, Set.of()))
        .isInstanceOfAny(RefusedException.class, java.net.UnknownHostException.class);
  }

  @Test
  void takesAnOpenServer() throws Exception {
    SafeAddress address = SafeAddress.of("https://93.184.216.34/a.jpg?x=1", Set.of());

    assertThat(address.port()).isEqualTo(443);
    assertThat(address.tls()).isTrue();
    assertThat(address.address().getHostAddress()).isEqualTo("93.184.216.34");
  }

  @Test
  void takesAPrivateServerThatIsNamed() throws Exception {
    SafeAddress address = SafeAddress.of("http://127.0.0.1:8099/a.jpg", Set.of("127.0.0.1:8099"));

    assertThat(address.port()).isEqualTo(8099);
    assertThatThrownBy(
            () -> SafeAddress.of("http://127.0.0.1:8100/a.jpg", Set.of("127.0.0.1:8099")))
        .isInstanceOf(RefusedException.class);
    assertThat(SafeAddress.of("http://127.0.0.1:8100/", Set.of("127.0.0.1:*")).port())
        .isEqualTo(8100);
  }
}
