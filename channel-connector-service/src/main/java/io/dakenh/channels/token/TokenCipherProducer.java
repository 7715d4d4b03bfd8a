package io.dakenh.channels.token;

import io.dakenh.channels.ChannelsConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes the cipher at start-up, so that a wrong key is found then and not at the first token. */
class TokenCipherProducer {
  @Produces
  @Singleton
  @Startup
  TokenCipher cipher(ChannelsConfig config) {
    return new TokenCipher(
        TokenKeys.of(config.tokenKey(), config.previousTokenKeys().orElse(List.of())));
  }
}
