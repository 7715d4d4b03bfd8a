package io.dakenh.routing;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.platform.event.EventHeaders;
import io.dakenh.platform.event.EventJson;
import io.dakenh.routing.allocation.Answers;
import io.dakenh.routing.allocation.Answers.Answered;
import io.dakenh.routing.store.StoreException;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears that an agent answered. Of the many messages of a business only agents' matter, and of
 * those only the first of each conversation changes anything, so no inbox is kept: hearing one
 * twice is harmless.
 */
@ApplicationScoped
public class AnswerEvents {
  private static final Logger LOG = Logger.getLogger(AnswerEvents.class);

  private static final long PAUSE_MILLISECONDS = 500;

  private final Answers answers;
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  AnswerEvents(Answers answers) {
    this.answers = answers;
  }

  @Incoming("answers")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    Set<Answered> answered = new LinkedHashSet<>();
    for (ConsumerRecord<String, byte[]> message : batch) {
      if (EventCatalog.MESSAGE_SENT
          .name()
          .equals(EventHeaders.read(message.headers(), EventHeaders.TYPE))) {
        read(message)
            .filter(sent -> sent.authorKind().equals("agent"))
            .ifPresent(sent -> answered.add(new Answered(sent.tenantId(), sent.conversationId())));
      }
    }
    if (!answered.isEmpty()) {
      note(answered);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /** Tries until the database is back: skipping would lose it. */
  private void note(Set<Answered> answered) {
    while (true) {
      try {
        answers.note(answered);
        return;
      } catch (RuntimeException failed) {
        if (!StoreException.mayPass(failed)) {
          throw failed;
        }
        LOG.warnf("answers wait for the database: %s", failed.toString());
        pauseOrStop(failed);
      }
    }
  }

  private void pauseOrStop(RuntimeException failed) {
    try {
      if (stopping.await(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "stopping; the events come again after the restart", failed);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "stopping; the events come again after the restart", interrupted);
    }
  }

  /** One that cannot be read is told of in the log: the worst it costs is an offer too many. */
  private static Optional<MessageSent> read(ConsumerRecord<String, byte[]> message) {
    try {
      return Optional.ofNullable(EventJson.read(message.value(), MessageSent.class));
    } catch (IOException unreadable) {
      LOG.warnf(
          unreadable,
          "unreadable message event at %s-%d/%d",
          message.topic(),
          message.partition(),
          message.offset());
      return Optional.empty();
    }
  }
}
