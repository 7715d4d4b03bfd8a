package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelContact;
import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.livetalk.attachment.intake.ProviderFiles;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Pictures of customers, copied when the connector has another one. */
@ApplicationScoped
class Pictures {
  private final Database database;
  private final MediaClient media;
  private final ProviderFiles files;

  @Inject
  Pictures(Database database, MediaClient media, ProviderFiles files) {
    this.database = database;
    this.media = media;
    this.files = files;
  }

  /** Copies the picture if it is a new one; one that cannot be had now comes with the next word. */
  void refresh(UUID tenantId, UUID conversationId, ChannelContact contact) {
    ChannelMedia picture = contact.picture();
    if (picture == null || picture.path() == null || known(tenantId, contact, picture)) {
      return;
    }
    Party customer =
        new Party(PartyKind.VISITOR, tenantId, contact.contactId(), contact.name(), null, false);
    if (media.copy(customer, conversationId, picture.fileName(), picture.path())
        instanceof MediaClient.Copy.Kept kept) {
      files.picture(tenantId, contact.contactId(), kept.id(), picture.mediaId());
    }
  }

  private boolean known(UUID tenantId, ChannelContact contact, ChannelMedia picture) {
    return database
        .first(
            "select 1 from visitor where tenant_id = ? and id = ? and picture_media_id = ?",
            row -> row.getInt(1),
            tenantId,
            contact.contactId(),
            picture.mediaId())
        .isPresent();
  }
}
