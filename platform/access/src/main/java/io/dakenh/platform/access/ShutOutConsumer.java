package io.dakenh.platform.access;

import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.event.EventHeaders;
import io.dakenh.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears who is shut out and who is let in again. Events of one person or business are of one key
 * and come in order, so the last one stands. Nothing here touches a database, and an event that
 * cannot be read is the business of the service's own consumers, which put it aside.
 */
@ApplicationScoped
class ShutOutConsumer {
  private static final Logger LOG = Logger.getLogger(ShutOutConsumer.class);

  private final ShutOut shutOut;

  @Inject
  ShutOutConsumer(ShutOut shutOut) {
    this.shutOut = shutOut;
  }

  @Incoming("shut-out")
  void receive(ConsumerRecords<String, byte[]> batch) {
    for (ConsumerRecord<String, byte[]> event : batch) {
      try {
        learn(event);
      } catch (IOException | RuntimeException unreadable) {
        LOG.warnf(
            "an event of %s at %d cannot be read: %s",
            event.topic(), event.offset(), unreadable.getMessage());
      }
    }
  }

  void learn(ConsumerRecord<String, byte[]> event) throws IOException {
    String type = EventHeaders.read(event.headers(), EventHeaders.TYPE);
    if (event.value() == null || type == null) {
      return;
    }
    if (type.equals(EventCatalog.STAFF_CHANGED.name())) {
      shutOut.learn(EventJson.read(event.value(), StaffChanged.class));
    } else if (type.equals(EventCatalog.TENANT_CHANGED.name())) {
      shutOut.learn(EventJson.read(event.value(), TenantChanged.class));
    } else if (type.equals(EventCatalog.TENANT_ERASURE_REQUESTED.name())) {
      shutOut.learn(EventJson.read(event.value(), TenantErasureRequested.class));
    }
  }
}
