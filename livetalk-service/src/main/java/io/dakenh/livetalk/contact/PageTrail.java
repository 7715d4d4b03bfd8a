package io.dakenh.livetalk.contact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.conversation.OpenConversation.Page;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The pages a visitor goes through while a conversation is open: the newest 50 of each, told by the
 * widget as often as it likes and heard a few times a minute.
 */
@ApplicationScoped
public class PageTrail {
  private static final int KEPT = 50;
  private static final int PER_MINUTE = 30;
  private static final long VISITORS = 50_000;

  private final Database database;
  private final Access access;
  private final Fanout fanout;
  private final Clock clock;
  private final Cache<Party.Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(VISITORS).expireAfterAccess(Duration.ofMinutes(2)).build();

  @Inject
  PageTrail(Database database, Access access, Fanout fanout, Clock clock) {
    this.database = database;
    this.access = access;
    this.fanout = fanout;
    this.clock = clock;
  }

  /** A page the visitor saw. */
  public record Visited(String url, String title, Instant at) {}

  /** The visitor is on another page; without an open conversation nobody needs to know. */
  public void visited(Party visitor, Page page) {
    if (!buckets.get(visitor.key(), key -> bucket()).tryConsume(1)) {
      return;
    }
    UUID tenantId = visitor.tenantId();
    Visited now =
        new Visited(page.url(), page.title(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    Optional<UUID> noted =
        database.inTransaction(() -> openOf(visitor).filter(id -> note(tenantId, id, now)));
    noted.ifPresent(
        id -> {
          String frame = Frames.encode(new Frames.PageVisited(id, now));
          access
              .viewers(tenantId, id)
              .forEach(viewer -> fanout.toAgent(tenantId, viewer.id(), frame, null));
        });
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .build();
  }

  private Optional<UUID> openOf(Party visitor) {
    return database.first(
        """
        select id from conversation where tenant_id = ? and visitor_id = ? and state = 'open'
        order by last_activity_at desc, id desc limit 1 for no key update""",
        row -> row.getObject(1, UUID.class),
        visitor.tenantId(),
        visitor.id());
  }

  /** False when it is the page the visitor is on already. */
  private boolean note(UUID tenantId, UUID conversationId, Visited page) {
    List<Visited> before = trail(tenantId, conversationId);
    if (!before.isEmpty() && before.getLast().url().equals(page.url())) {
      return false;
    }
    database.update(
        """
        insert into visitor_page (conversation_id, number, tenant_id, url, title, visited_at)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from visitor_page where conversation_id = ?""",
        conversationId,
        tenantId,
        page.url(),
        page.title(),
        page.at(),
        conversationId);
    database.update(
        """
        delete from visitor_page
        where conversation_id = ? and number <= (select max(number) - ? from visitor_page where conversation_id = ?)""",
        conversationId,
        (long) KEPT,
        conversationId);
    return true;
  }

  /** The pages seen, oldest first, beginning with the one the conversation was opened on. */
  List<Visited> pages(Party agent, UUID conversationId) {
    access.require(agent, conversationId);
    return trail(agent.tenantId(), conversationId);
  }

  private List<Visited> trail(UUID tenantId, UUID conversationId) {
    List<Visited> pages = new ArrayList<>();
    database
        .first(
            "select page_url, coalesce(page_title, ''), opened_at from conversation where tenant_id = ? and id = ? and page_url is not null",
            PageTrail::read,
            tenantId,
            conversationId)
        .ifPresent(pages::add);
    List<Visited> later =
        database.list(
            "select url, title, visited_at from visitor_page where tenant_id = ? and conversation_id = ? order by number",
            PageTrail::read,
            tenantId,
            conversationId);
    pages.addAll(later);
    return pages.size() <= KEPT ? pages : pages.subList(pages.size() - KEPT, pages.size());
  }

  private static Visited read(ResultSet row) throws SQLException {
    return new Visited(
        row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant());
  }
}
