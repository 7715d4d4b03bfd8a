package io.dakenh.channels.provider;

import io.dakenh.channels.ChannelsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All providers, and whether they can be reached. An answer is kept for a moment, and one caller
 * asks while the others wait for it: a page that many owners open asks the provider once.
 */
@ApplicationScoped
public class Providers {
  private final Map<Kind, Probe> probes = new EnumMap<>(Kind.class);

  @Inject
  Providers(Instance<Provider> providers, ChannelsConfig config, Clock clock) {
    this(providers, config.probeKeep(), clock);
  }

  Providers(Iterable<Provider> providers, Duration keep, Clock clock) {
    for (Provider provider : providers) {
      probes.put(provider.kind(), new Probe(provider, keep, clock));
    }
  }

  /** The provider of a kind. */
  public Provider of(Kind kind) {
    return probes.get(kind).provider;
  }

  /** State of each, in the order of the kinds. */
  List<ProviderView> states() {
    return probes.values().stream().map(Probe::state).toList();
  }

  private static final class Probe {
    private final Provider provider;
    private final Duration keep;
    private final Clock clock;
    private Instant checkedAt = Instant.EPOCH;
    private boolean reachable;

    Probe(Provider provider, Duration keep, Clock clock) {
      this.provider = provider;
      this.keep = keep;
      this.clock = clock;
    }

    synchronized ProviderView state() {
      Instant now = clock.instant();
      if (!now.isBefore(checkedAt.plus(keep)) || now.isBefore(checkedAt)) {
        reachable = provider.reachable();
        checkedAt = now;
      }
      return new ProviderView(provider.kind().code(), provider.configured(), reachable, checkedAt);
    }
  }
}
