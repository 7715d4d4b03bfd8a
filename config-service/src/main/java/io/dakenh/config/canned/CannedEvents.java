package io.dakenh.config.canned;

import io.dakenh.config.storage.Entries;
import io.dakenh.contracts.config.CannedMessageChanged;
import io.dakenh.contracts.event.EventCatalog;

/** How a canned message is announced. */
final class CannedEvents {
  private CannedEvents() {}

  static void changed(Entries entries, CannedMessage message) {
    entries.event(
        EventCatalog.CANNED_MESSAGE_CHANGED,
        message.id,
        new CannedMessageChanged(
            message.tenantId, message.id, message.version, message.departmentIds, message.deleted));
  }
}
