package io.dakenh.config.storage;

import com.mongodb.MongoException;
import io.dakenh.platform.event.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The events this service hears only drop what is in memory, which may happen any number of times:
 * nothing is remembered of them, and an event always counts as new.
 */
@ApplicationScoped
class ForgetfulInbox implements InboxTransaction {
  @Override
  public void apply(String consumer, Collection<UUID> eventIds, Consumer<Set<UUID>> work) {
    work.accept(new LinkedHashSet<>(eventIds));
  }

  @Override
  public boolean isTransient(Throwable failure) {
    return failure instanceof MongoException;
  }
}
