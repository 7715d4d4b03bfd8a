package io.dakenh.channels.link;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.link.LinkSessionView.PageView;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Linker;
import io.dakenh.channels.provider.Linker.Account;
import io.dakenh.channels.provider.Linker.Grant;
import io.dakenh.channels.provider.Linker.RefusedException;
import io.dakenh.channels.provider.Platforms;
import io.dakenh.channels.provider.Providers;
import io.dakenh.channels.token.TokenCipher;
import io.dakenh.channels.token.TokenPlace;
import io.dakenh.channels.token.TokenPlace.Purpose;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Links through a provider's dialog. The state of the dialog is random, works once, for ten
 * minutes, and only in the browser it was begun in; no transaction is open while a provider is
 * asked.
 */
@ApplicationScoped
class LinkService {
  private static final Logger LOG = Logger.getLogger(LinkService.class);

  private final LinkSessions sessions;
  private final Platforms platforms;
  private final Providers providers;
  private final LinkedAccounts accounts;
  private final TokenCipher cipher;
  private final ChannelsConfig config;
  private final Clock clock;

  @Inject
  LinkService(
      LinkSessions sessions,
      Platforms platforms,
      Providers providers,
      LinkedAccounts accounts,
      TokenCipher cipher,
      ChannelsConfig config,
      Clock clock) {
    this.sessions = sessions;
    this.platforms = platforms;
    this.providers = providers;
    this.accounts = accounts;
    this.cipher = cipher;
    this.config = config;
    this.clock = clock;
  }

  /** A dialog that can begin, and the secret its browser keeps. */
  record Begun(LinkSessionView view, String browserSecret) {}

  /** Begins a dialog. */
  Begun begin(UUID tenantId, UUID ownerId, Kind kind, String returnPath) {
    if (!providers.of(kind).configured()) {
      throw ProblemException.rule(
          "provider-not-configured", "Our app's id and secret are not set for this provider.");
    }
    String state = Secrets.next();
    String browser = Secrets.next();
    String verifier = Secrets.next();
    UUID id = Ids.next();
    LinkSession session =
        new LinkSession(
            id,
            tenantId,
            ownerId,
            kind,
            Secrets.hash(browser),
            cipher.seal(verifier, place(tenantId, id)),
            returnPath,
            "waiting",
            null,
            List.of(),
            "[]",
            null,
            List.of(),
            clock.instant().plus(config.linkWithin()).truncatedTo(ChronoUnit.MILLIS));
    sessions.add(session, Secrets.hash(state));
    String dialog =
        platforms.linker(kind).dialogUrl(redirectUri(kind), state, Secrets.hash(verifier));
    return new Begun(view(session, dialog), browser);
  }

  /**
   * The browser came back.
   *
   * @param browserSecret by the name of the session's cookie
   * @return where the browser goes
   */
  String callback(
      Kind kind, Callback back, java.util.function.Function<UUID, @Nullable String> browserSecret) {
    Optional<LinkSession> found =
        back.state() == null
            ? Optional.empty()
            : sessions.byState(kind, Secrets.hash(back.state()));
    if (found.isEmpty()) {
      LOG.warnf("a %s callback with an unknown state", kind.code());
      return invalid();
    }
    LinkSession session = found.get();
    String secret = browserSecret.apply(session.id());
    if (secret == null || !Secrets.same(Secrets.hash(secret), session.browserHash())) {
      LOG.warnf("a %s callback in another browser", kind.code());
      return invalid();
    }
    if (!sessions.use(session.id())) {
      LOG.warnf("a %s callback with a used or expired state", kind.code());
      return invalid();
    }
    exchange(session, back);
    String separator = session.returnPath().contains("?") ? "&" : "?";
    return config.publicUrl() + session.returnPath() + separator + "linkSession=" + session.id();
  }

  /** What a provider's redirect carries. */
  record Callback(
      @Nullable String state,
      @Nullable String code,
      @Nullable String error,
      @Nullable String account) {}

  private void exchange(LinkSession session, Callback back) {
    if (back.error() != null || back.code() == null) {
      boolean denied = back.error() == null || "access_denied".equals(back.error());
      sessions.ended(session.id(), "refused", denied ? "denied" : "provider-error");
      return;
    }
    Linker linker = platforms.linker(session.kind());
    try {
      String verifier =
          cipher.open(
              String.valueOf(session.sealedVerifier()), place(session.tenantId(), session.id()));
      Grant grant =
          linker.exchange(back.code(), redirectUri(session.kind()), verifier, back.account());
      if (session.kind() == Kind.ZALO) {
        UUID linked =
            accounts.link(session.tenantId(), session.kind(), grant, grant.accounts().getFirst());
        sessions.linked(session.id(), List.of(linked));
      } else {
        sessions.choose(
            session.id(),
            grant.missing(),
            FoundPages.seen(grant.accounts()),
            cipher.seal(FoundPages.whole(grant), place(session.tenantId(), session.id())),
            clock.instant().plus(config.linkWithin()));
      }
    } catch (RefusedException refused) {
      sessions.ended(session.id(), "failed", refused.code());
    } catch (ProblemException problem) {
      sessions.ended(session.id(), "failed", problem.code());
    }
  }

  /** One dialog of the owner who began it. */
  LinkSessionView find(UUID tenantId, UUID ownerId, UUID id) {
    return view(session(tenantId, ownerId, id), null);
  }

  /** Links the chosen pages; what cannot be linked is named, the rest is done. */
  Chosen choose(UUID tenantId, UUID ownerId, UUID id, List<String> externalIds) {
    LinkSession session = session(tenantId, ownerId, id);
    String sealed = session.sealedPages();
    if (!"choose".equals(session.state()) || sealed == null) {
      throw ProblemException.conflict(
          "link-session-not-choosing", "There is nothing to choose from any more.");
    }
    Grant grant = FoundPages.whole(cipher.open(sealed, place(tenantId, id)));
    List<UUID> linked = new ArrayList<>();
    List<Chosen.Failed> failed = new ArrayList<>();
    for (String externalId : externalIds.stream().distinct().toList()) {
      Optional<Account> account =
          grant.accounts().stream().filter(one -> one.externalId().equals(externalId)).findFirst();
      if (account.isEmpty() || account.get().token() == null || account.get().reason() != null) {
        failed.add(
            new Chosen.Failed(externalId, account.map(Account::reason).orElse("page-not-found")));
        continue;
      }
      try {
        linked.add(accounts.link(tenantId, session.kind(), grant, account.get()));
      } catch (ProblemException problem) {
        failed.add(new Chosen.Failed(externalId, problem.code()));
      }
    }
    if (!linked.isEmpty()) {
      sessions.linked(id, linked);
    }
    return new Chosen(linked, failed);
  }

  /** What became of a choice. */
  record Chosen(List<UUID> linked, List<Failed> failed) {
    record Failed(String externalId, String code) {}
  }

  private LinkSession session(UUID tenantId, UUID ownerId, UUID id) {
    return sessions
        .find(tenantId, ownerId, id)
        .orElseThrow(() -> ProblemException.notFound("link-session"));
  }

  private LinkSessionView view(LinkSession session, @Nullable String dialogUrl) {
    List<PageView> pages =
        FoundPages.seen(session.pages()).stream()
            .map(
                page -> {
                  LinkedAccounts.Owner owner =
                      accounts.owner(session.tenantId(), session.kind(), page.externalId());
                  String reason =
                      page.reason() == null && owner == LinkedAccounts.Owner.OTHER
                          ? "linked-elsewhere"
                          : page.reason();
                  return new PageView(
                      page.externalId(),
                      page.name(),
                      page.pictureUrl(),
                      reason == null,
                      reason,
                      owner == LinkedAccounts.Owner.SELF);
                })
            .toList();
    return new LinkSessionView(
        session.id(),
        session.kind().code(),
        "exchanging".equals(session.state()) ? "waiting" : session.state(),
        dialogUrl,
        session.failureCode(),
        session.missing(),
        pages,
        session.channelIds(),
        session.expiresAt());
  }

  private String redirectUri(Kind kind) {
    return config.publicUrl() + "/api/channels/v1/public/oauth/" + kind.code() + "/callback";
  }

  private String invalid() {
    return config.publicUrl() + "/?linkSession=invalid";
  }

  private static TokenPlace place(UUID tenantId, UUID sessionId) {
    return new TokenPlace(tenantId, sessionId, Purpose.SESSION);
  }
}
