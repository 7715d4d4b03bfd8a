package io.dakenh.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.config.content.Content;
import io.dakenh.config.content.Contents;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.Effects;
import io.dakenh.config.storage.Entries;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes sections. Each change is one atomic write of one document that carries what follows. */
@ApplicationScoped
class SectionService {
  private final SectionRepository sections;
  private final VersionHistory history;
  private final Contents contents;
  private final SectionEvents events;
  private final TenantRepository tenants;
  private final Documents documents;
  private final Effects effects;
  private final Clock clock;

  @Inject
  SectionService(
      SectionRepository sections,
      VersionHistory history,
      Contents contents,
      SectionEvents events,
      TenantRepository tenants,
      Documents documents,
      Effects effects,
      Clock clock) {
    this.sections = sections;
    this.history = history;
    this.contents = contents;
    this.events = events;
    this.tenants = tenants;
    this.documents = documents;
    this.effects = effects;
    this.clock = clock;
  }

  SectionDocument saveDraft(
      UUID tenantId,
      SectionName section,
      @Nullable String ifMatch,
      @Nullable JsonNode body,
      UUID actorId) {
    SectionDocument loaded = loaded(tenantId, section, ifMatch);
    Content content = contents.check(section, tenantId, SectionBody.present(body));
    Content published = published(section, loaded);
    boolean nothingNew = content.equals(published);
    Consumer<SectionDocument> edit =
        document -> {
          document.draft = nothingNew ? null : SectionState.document(content);
          document.draftSchema = nothingNew ? 0 : Contents.SCHEMA;
          document.draftUpdatedAt = nothingNew ? null : Documents.now(clock);
          document.draftUpdatedBy = nothingNew ? null : actorId;
        };
    if (unchanged(section, loaded, nothingNew ? null : content)) {
      return loaded;
    }
    Set<String> fields = topLevel(Difference.of(Contents.json(published), Contents.json(content)));
    return write(
        loaded,
        edit,
        (entries, after) -> entries.audit("section.draft-saved", actorId, section.path(), fields));
  }

  /** Saving what is there already is no change. */
  private boolean unchanged(SectionName section, SectionDocument loaded, @Nullable Content wanted) {
    Content draft = SectionState.draft(contents, section, loaded, locale(loaded.tenantId));
    return wanted == null ? draft == null : wanted.equals(draft);
  }

  SectionDocument discardDraft(
      UUID tenantId, SectionName section, @Nullable String ifMatch, UUID actorId) {
    SectionDocument loaded = loaded(tenantId, section, ifMatch);
    if (loaded.draft == null) {
      return loaded;
    }
    return write(
        loaded,
        SectionService::dropDraft,
        (entries, after) ->
            entries.audit("section.draft-discarded", actorId, section.path(), Set.of()));
  }

  SectionDocument publish(
      UUID tenantId, SectionName section, @Nullable String ifMatch, UUID actorId) {
    SectionDocument loaded = loaded(tenantId, section, ifMatch);
    Content draft = SectionState.draft(contents, section, loaded, locale(tenantId));
    if (draft == null) {
      throw nothingToPublish();
    }
    // What it names may have gone since, and a draft of an older shape was never checked whole.
    Content content = contents.check(section, tenantId, Contents.json(draft));
    return publish(loaded, section, content, null, actorId);
  }

  SectionDocument restore(
      UUID tenantId, SectionName section, long version, @Nullable String ifMatch, UUID actorId) {
    SectionDocument loaded = loaded(tenantId, section, ifMatch);
    VersionHistory.Kept kept =
        history
            .find(tenantId, section, version)
            .orElseThrow(() -> ProblemException.notFound("version"));
    Content earlier =
        contents.stored(
            section, SectionState.json(kept.content()), kept.schema(), locale(tenantId));
    Content content = contents.check(section, tenantId, Contents.json(earlier));
    if (content.equals(published(section, loaded))) {
      throw nothingToPublish();
    }
    return publish(loaded, section, content, version, actorId);
  }

  private SectionDocument publish(
      SectionDocument loaded,
      SectionName section,
      Content content,
      @Nullable Long restoredFrom,
      UUID actorId) {
    Content before = published(section, loaded);
    Content draft = SectionState.draft(contents, section, loaded, locale(loaded.tenantId));
    List<Change> changes = Difference.of(Contents.json(before), Contents.json(content));
    String announced = events.announced(loaded.tenantId, content);
    return write(
        loaded,
        document -> {
          document.published = SectionState.document(content);
          document.publishedSchema = Contents.SCHEMA;
          document.publishedVersion++;
          document.publishedAt = Documents.now(clock);
          document.publishedBy = actorId;
          if (restoredFrom == null || content.equals(draft)) {
            dropDraft(document);
          }
        },
        (entries, after) -> {
          entries.effect(
              VersionHistory.KIND,
              section.path(),
              new VersionEntry(
                      section.path(),
                      after.publishedVersion,
                      actorId,
                      restoredFrom,
                      Contents.SCHEMA,
                      Contents.json(content),
                      changes)
                  .write());
          entries.audit(
              restoredFrom == null ? "section.published" : "section.restored",
              actorId,
              section.path(),
              topLevel(changes));
          entries.effect(Consequences.RENDER_WIDGET, after.tenantId.toString(), "{}");
          SectionEvents.published(
              entries, after.tenantId, section, after.publishedVersion, announced);
        });
  }

  private static void dropDraft(SectionDocument document) {
    document.draft = null;
    document.draftSchema = 0;
    document.draftUpdatedAt = null;
    document.draftUpdatedBy = null;
  }

  private SectionDocument write(
      SectionDocument loaded,
      Consumer<SectionDocument> edit,
      BiConsumer<Entries, SectionDocument> consequences) {
    AtomicReference<Entries> followed = new AtomicReference<>();
    Consumer<SectionDocument> whole =
        edit.andThen(
            document ->
                document.mediaIds = SectionState.mediaIds(document.draft, document.published));
    SectionDocument written;
    if (loaded.version == 0) {
      whole.accept(loaded);
      written = insert(loaded, consequences, followed);
    } else {
      written =
          documents.change(
              sections.mongoCollection(),
              loaded,
              whole,
              edited -> {
                consequences.accept(edited.entries(), edited.after());
                followed.set(edited.entries());
              });
    }
    Entries entries = followed.get();
    if (entries != null) {
      effects.now(written.tenantId, entries);
    }
    return written;
  }

  private SectionDocument insert(
      SectionDocument fresh,
      BiConsumer<Entries, SectionDocument> consequences,
      AtomicReference<Entries> followed) {
    try {
      return documents.insert(
          sections.mongoCollection(),
          fresh,
          entries -> {
            consequences.accept(entries, fresh);
            followed.set(entries);
          });
    } catch (DuplicateKeyException faster) {
      throw Preconditions.stale();
    }
  }

  private SectionDocument loaded(UUID tenantId, SectionName section, @Nullable String ifMatch) {
    long expected = Preconditions.expectedVersion(ifMatch);
    SectionDocument loaded =
        sections.find(tenantId, section).orElseGet(() -> untouched(tenantId, section));
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    return loaded;
  }

  private static SectionDocument untouched(UUID tenantId, SectionName section) {
    SectionDocument document = new SectionDocument();
    document.id = SectionRepository.id(tenantId, section);
    document.tenantId = tenantId;
    document.section = section.path();
    return document;
  }

  private Content published(SectionName section, SectionDocument document) {
    return SectionState.published(contents, section, document, locale(document.tenantId));
  }

  private String locale(UUID tenantId) {
    return tenants.require(tenantId).locale;
  }

  private static Set<String> topLevel(List<Change> changes) {
    Set<String> names = new TreeSet<>();
    for (Change change : changes) {
      names.add(change.pointer().split("/", -1)[1]);
    }
    return names;
  }

  private static ProblemException nothingToPublish() {
    return ProblemException.rule(
        "nothing-to-publish", "There is nothing to publish: this is already in force.");
  }
}
