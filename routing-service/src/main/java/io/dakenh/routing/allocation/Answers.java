package io.dakenh.routing.allocation;

import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers that an agent has answered; doing so again changes nothing. */
@ApplicationScoped
public class Answers {
  private static final String NOTE =
      """
      update allocation set answered_at = clock_timestamp()
      where tenant_id = ? and conversation_id = ? and state = 'allocated' and answered_at is null""";

  private final Database database;

  @Inject
  Answers(Database database) {
    this.database = database;
  }

  /** A conversation in which an agent said something. */
  public record Answered(UUID tenantId, UUID conversationId) {}

  /** Notes them all. */
  @Transactional
  public void note(Collection<Answered> answered) {
    List<@Nullable Object[]> rows =
        answered.stream()
            .sorted(java.util.Comparator.comparing(Answered::conversationId))
            .map(each -> new @Nullable Object[] {each.tenantId(), each.conversationId()})
            .toList();
    database.batch(NOTE, rows);
  }
}
