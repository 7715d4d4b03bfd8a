package io.dakenh.channels.outbound;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.http.Answer;
import io.dakenh.channels.http.CallFailedException;
import io.dakenh.channels.http.ProviderHttp;
import io.dakenh.channels.media.MediaCopier;
import io.dakenh.channels.media.MediaStore;
import io.dakenh.channels.media.MediaStore.Stored;
import io.dakenh.channels.outbound.Parts.OutgoingPart;
import io.dakenh.channels.thread.ChannelThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;
import org.jboss.logging.Logger;

/** Fetches agents' files from livetalk as soon as they are asked to be sent. */
@ApplicationScoped
class Attachments {
  private static final Logger LOG = Logger.getLogger(Attachments.class);
  private static final int OK = 200;
  private static final Set<Integer> GONE = Set.of(400, 403, 404, 410);

  private final ProviderHttp http;
  private final MediaStore store;
  private final Parts parts;
  private final ChannelsConfig config;

  @Inject
  Attachments(ProviderHttp http, MediaStore store, Parts parts, ChannelsConfig config) {
    this.http = http;
    this.store = store;
    this.parts = parts;
    this.config = config;
  }

  /** What became of fetching. */
  enum Fetched {
    ALL,
    LATER,
    GONE_FOREVER
  }

  /** Fetches all files that wait in a thread; the first that cannot be fetched ends it. */
  Fetched fetch(ChannelThread thread) {
    for (OutgoingPart part : parts.unfetched(thread.id())) {
      Fetched one = fetch(thread, part);
      if (one != Fetched.ALL) {
        return one;
      }
    }
    return Fetched.ALL;
  }

  private Fetched fetch(ChannelThread thread, OutgoingPart part) {
    String path = String.valueOf(part.sourcePath());
    if (!path.startsWith("/") || path.startsWith("//")) {
      return Fetched.GONE_FOREVER;
    }
    try {
      Answer answer =
          http.call(
              HttpRequest.newBuilder(URI.create(config.livetalkUrl() + path))
                  .timeout(ProviderHttp.PATIENCE)
                  .GET()
                  .build());
      if (answer.status() == OK) {
        String name = part.fileName() == null ? "file" : part.fileName();
        Stored stored =
            store.put(
                thread.tenantId(),
                thread.contact().id(),
                "file",
                name,
                MediaCopier.type(answer.body(), name),
                answer.body());
        parts.fetched(part, stored.id());
        return Fetched.ALL;
      }
      LOG.infof("messageId=%s: livetalk answers %d for a file", part.messageId(), answer.status());
      return GONE.contains(answer.status()) ? Fetched.GONE_FOREVER : Fetched.LATER;
    } catch (CallFailedException away) {
      LOG.infof("messageId=%s: livetalk does not answer: %s", part.messageId(), away.getMessage());
      return Fetched.LATER;
    }
  }
}
