package io.dakenh.config.widget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.config.content.Content;
import io.dakenh.config.content.Contents;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.department.Department;
import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.config.media.MediaLibrary;
import io.dakenh.config.preset.Presets;
import io.dakenh.config.section.Published;
import io.dakenh.config.section.PublishedContents;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gathers what a public document is made of, and makes it. */
@ApplicationScoped
public class WidgetDocuments {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final TenantRepository tenants;
  private final PublishedContents contents;
  private final DepartmentRepository departments;
  private final StaffRepository people;
  private final MediaLibrary media;
  private final Presets presets;

  @Inject
  WidgetDocuments(
      TenantRepository tenants,
      PublishedContents contents,
      DepartmentRepository departments,
      StaffRepository people,
      MediaLibrary media,
      Presets presets) {
    this.tenants = tenants;
    this.contents = contents;
    this.departments = departments;
    this.people = people;
    this.media = media;
    this.presets = presets;
  }

  /** What is written into the widget's document. */
  record Made(String locale, String rendered, List<String> allowedWebsites, boolean suspended) {
    void applyTo(Widget widget) {
      widget.locale = locale;
      widget.rendered = rendered;
      widget.allowedWebsites = new java.util.ArrayList<>(allowedWebsites);
      widget.suspended = suspended;
    }
  }

  /** The document of a business as it is now; empty while the business is being made. */
  Optional<Made> make(UUID tenantId) {
    return tenants
        .findByIdOptional(tenantId)
        .map(
            tenant -> {
              Published published = contents.all(tenantId, tenant.locale);
              return new Made(
                  tenant.locale,
                  json(render(0, tenant, published)),
                  published.websites().allowed(),
                  !tenant.status.equals(Tenant.ACTIVE));
            });
  }

  /** The document a business starts with, before anything of it is stored. */
  public void start(Widget widget, String businessName) {
    widget.rendered =
        json(
            new Rendering(Map.of(), id -> presets.sound(id).orElse(null))
                .render(
                    0, widget.locale, businessName, contents.defaults(widget.locale), People.NONE));
  }

  /** The document as it would be with other content in one section. */
  PublicWidget preview(UUID tenantId, long version, SectionName section, Content content) {
    Tenant tenant = tenants.require(tenantId);
    return render(version, tenant, contents.all(tenantId, tenant.locale).with(section, content));
  }

  private PublicWidget render(long version, Tenant tenant, Published published) {
    return new Rendering(uploads(tenant.id, published), id -> presets.sound(id).orElse(null))
        .render(version, tenant.locale, tenant.name, published, people(tenant.id, published));
  }

  private Map<UUID, String> uploads(UUID tenantId, Published published) {
    Set<UUID> ids = new HashSet<>();
    for (Content content :
        List.of(published.sounds(), published.button(), published.window(), published.buttons())) {
      collect(Contents.json(content), ids);
    }
    Map<UUID, String> urls = new HashMap<>();
    if (!ids.isEmpty()) {
      media.find(tenantId, ids).forEach((id, upload) -> urls.put(id, upload.url()));
    }
    return urls;
  }

  private static void collect(JsonNode node, Set<UUID> ids) {
    node.properties()
        .forEach(
            member -> {
              if (member.getKey().toLowerCase(Locale.ROOT).endsWith("mediaid")) {
                ids.add(UUID.fromString(member.getValue().textValue()));
              }
            });
    node.forEach(child -> collect(child, ids));
  }

  private People people(UUID tenantId, Published published) {
    if (published.window().startMode().equals("none")) {
      return People.NONE;
    }
    List<Department> all = departments.all(tenantId);
    Set<UUID> ids = new HashSet<>();
    all.forEach(department -> ids.addAll(department.agentIds));
    return People.of(all, people.among(tenantId, ids));
  }

  /** Without the version, which is the widget document's own. */
  private static String json(PublicWidget document) {
    ObjectNode json = MAPPER.valueToTree(document);
    json.remove("version");
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a widget document", impossible);
    }
  }
}
