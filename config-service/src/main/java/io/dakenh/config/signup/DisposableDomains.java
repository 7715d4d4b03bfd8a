package io.dakenh.config.signup;

import io.dakenh.config.ServiceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where mailboxes are thrown away after use: such an address says nothing about anybody. */
@ApplicationScoped
class DisposableDomains {
  private static final String KNOWN = "disposable-domains.txt";

  private final Set<String> domains = new HashSet<>();

  @Inject
  DisposableDomains(ServiceSettings settings) {
    try (InputStream known = DisposableDomains.class.getResourceAsStream(KNOWN)) {
      if (known == null) {
        throw new IllegalStateException(KNOWN + " is missing");
      }
      add(new String(known.readAllBytes(), StandardCharsets.UTF_8).lines());
      Optional<Path> more = settings.signUp().disposableDomains();
      if (more.isPresent()) {
        add(Files.readString(more.get()).lines());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "dakenh.config.sign-up.disposable-domains cannot be read", unreadable);
    }
  }

  private void add(Stream<String> lines) {
    lines
        .map(line -> line.replaceAll("#.*", "").strip().toLowerCase(Locale.ROOT))
        .filter(line -> !line.isEmpty())
        .forEach(domains::add);
  }

  /** Whether the address is at one of them, or below. */
  boolean holds(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1);
    while (!domains.contains(domain)) {
      int dot = domain.indexOf('.');
      if (dot < 0) {
        return false;
      }
      domain = domain.substring(dot + 1);
    }
    return true;
  }
}
