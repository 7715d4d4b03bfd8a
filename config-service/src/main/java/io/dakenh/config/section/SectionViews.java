package io.dakenh.config.section;

import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.Content;
import io.dakenh.config.content.Contents;
import io.dakenh.config.content.InteractionButtons;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.content.Warning;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an owner sees of sections. */
@ApplicationScoped
class SectionViews {
  private final SectionRepository sections;
  private final VersionHistory history;
  private final Contents contents;
  private final TenantRepository tenants;
  private final StaffRepository people;

  @Inject
  SectionViews(
      SectionRepository sections,
      VersionHistory history,
      Contents contents,
      TenantRepository tenants,
      StaffRepository people) {
    this.sections = sections;
    this.history = history;
    this.contents = contents;
    this.tenants = tenants;
    this.people = people;
  }

  SectionList list(UUID tenantId) {
    Map<SectionName, SectionDocument> documents = sections.all(tenantId);
    Map<UUID, String> names = names(tenantId, documents.values());
    List<SectionSummary> items = new ArrayList<>();
    for (SectionName section : SectionName.values()) {
      items.add(SectionSummary.of(section, documents.get(section), names));
    }
    return new SectionList(items);
  }

  SectionView get(UUID tenantId, SectionName section) {
    return view(tenantId, section, sections.find(tenantId, section).orElse(null));
  }

  SectionView view(UUID tenantId, SectionName section, @Nullable SectionDocument document) {
    String locale = tenants.require(tenantId).locale;
    Content published = SectionState.published(contents, section, document, locale);
    Content draft = SectionState.draft(contents, section, document, locale);
    Map<UUID, String> names = names(tenantId, document == null ? List.of() : List.of(document));
    SectionSummary summary = SectionSummary.of(section, document, names);
    return new SectionView(
        section.path(),
        summary.version(),
        summary.publishedVersion(),
        summary.publishedAt(),
        summary.publishedBy(),
        published,
        draft,
        summary.draftUpdatedAt(),
        summary.draftUpdatedBy(),
        warnings(tenantId, section, draft == null ? published : draft, locale));
  }

  /** Warnings about one section take what is published in the other into account. */
  private List<Warning> warnings(
      UUID tenantId, SectionName section, Content content, String locale) {
    if (section != SectionName.WINDOW && section != SectionName.INTERACTION_BUTTONS) {
      return List.of();
    }
    ChatWindow window =
        (ChatWindow)
            SectionState.published(
                contents,
                SectionName.WINDOW,
                sections.find(tenantId, SectionName.WINDOW).orElse(null),
                locale);
    InteractionButtons buttons =
        (InteractionButtons)
            SectionState.published(
                contents,
                SectionName.INTERACTION_BUTTONS,
                sections.find(tenantId, SectionName.INTERACTION_BUTTONS).orElse(null),
                locale);
    return contents.warnings(content, window, buttons);
  }

  Page<SectionVersion> versions(
      UUID tenantId, SectionName section, int limit, @Nullable String cursor) {
    Cursor after = Cursor.decode(cursor, 1);
    Page<VersionHistory.Kept> page =
        Page.cut(
            history.page(tenantId, section, limit, after == null ? null : number(after)),
            limit,
            kept -> Cursor.of(kept.version()));
    Set<UUID> ids = new HashSet<>();
    page.items().forEach(kept -> ids.add(kept.publishedBy()));
    Map<UUID, String> names = people.names(tenantId, ids);
    return page.map(kept -> kept.view(names, null));
  }

  SectionVersion version(UUID tenantId, SectionName section, long version) {
    VersionHistory.Kept kept =
        history
            .find(tenantId, section, version)
            .orElseThrow(() -> ProblemException.notFound("version"));
    Map<UUID, String> names = people.names(tenantId, Set.of(kept.publishedBy()));
    return kept.view(
        names,
        contents.stored(
            section,
            SectionState.json(kept.content()),
            kept.schema(),
            tenants.require(tenantId).locale));
  }

  private Map<UUID, String> names(UUID tenantId, Collection<SectionDocument> documents) {
    Set<UUID> ids = new HashSet<>();
    for (SectionDocument document : documents) {
      ids.add(document.publishedBy);
      ids.add(document.draftUpdatedBy);
    }
    ids.removeIf(Objects::isNull);
    return people.names(tenantId, ids);
  }

  private static long number(Cursor cursor) {
    try {
      return Long.parseLong(cursor.values().getFirst());
    } catch (NumberFormatException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }
}
