package io.dakenh.channels.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The adapters of each platform. */
@ApplicationScoped
public class Platforms {
  private final Map<Kind, Messenger> messengers = new EnumMap<>(Kind.class);
  private final Map<Kind, Linker> linkers = new EnumMap<>(Kind.class);
  private final Map<Kind, TokenRenewer> renewers = new EnumMap<>(Kind.class);

  @Inject
  Platforms(
      Instance<Messenger> messengers, Instance<Linker> linkers, Instance<TokenRenewer> renewers) {
    messengers.forEach(one -> this.messengers.put(one.kind(), one));
    linkers.forEach(one -> this.linkers.put(one.kind(), one));
    renewers.forEach(one -> this.renewers.put(one.kind(), one));
  }

  /** Who sends. */
  public Messenger messenger(Kind kind) {
    return messengers.get(kind);
  }

  /** Who links. */
  public Linker linker(Kind kind) {
    return linkers.get(kind);
  }

  /** Who renews tokens; empty where tokens are not renewed. */
  public Optional<TokenRenewer> renewer(Kind kind) {
    return Optional.ofNullable(renewers.get(kind));
  }
}
