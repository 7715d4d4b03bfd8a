package io.dakenh.livetalk.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IceServersTest {
  @Test
  void makesThePasswordTheTurnServerExpects() {
    // What `printf 1763865000:018f.abc | openssl dgst -sha1 -hmac secret-of-the-relay -binary |
    // base64` says.
    assertThat(IceServers.password("secret-of-the-relay", "1763865000:018f.abc"))
        .isEqualTo("cHcI9qBCh4tDgK3HUe/BTjfn35U=");
  }
}
