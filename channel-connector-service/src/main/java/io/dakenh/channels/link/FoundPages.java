package io.dakenh.channels.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dakenh.channels.provider.Linker.Account;
import io.dakenh.channels.provider.Linker.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dialog brought: a part that may be seen, and a part that is sealed until pages are chosen.
 */
final class FoundPages {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private FoundPages() {}

  /** A Page without its token. */
  record Seen(
      String externalId, String name, @Nullable String pictureUrl, @Nullable String reason) {}

  static String seen(List<Account> accounts) {
    return write(
        accounts.stream()
            .map(one -> new Seen(one.externalId(), one.name(), one.pictureUrl(), one.reason()))
            .toList());
  }

  static List<Seen> seen(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Seen>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored pages cannot be read");
    }
  }

  static String whole(Grant grant) {
    return write(grant);
  }

  static Grant whole(String json) {
    try {
      return JSON.readValue(json, Grant.class);
    } catch (JsonProcessingException impossible) {
      // The cause would quote a token.
      throw new IllegalStateException("a stored grant cannot be read");
    }
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("pages cannot be written");
    }
  }
}
