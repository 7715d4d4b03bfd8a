package io.dakenh.config.tenant;

import com.mongodb.client.model.Updates;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.config.text.MergePatch;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an owner may change of the own business. */
@ApplicationScoped
class TenantService {
  private final TenantRepository tenants;
  private final Documents documents;
  private final FollowUps followUps;

  @Inject
  TenantService(TenantRepository tenants, Documents documents, FollowUps followUps) {
    this.tenants = tenants;
    this.documents = documents;
    this.followUps = followUps;
  }

  TenantView patch(UUID tenantId, @Nullable String ifMatch, String body, UUID actorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    Consumer<Tenant> edit = edit(body);
    Tenant loaded = tenants.requireStaying(tenantId);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    Tenant changed =
        documents.change(
            tenants.mongoCollection(),
            loaded,
            edit,
            edited -> {
              TenantEvents.changed(edited.entries(), edited.after());
              edited.entries().audit("tenant.changed", actorId, tenantId, edited.fields());
              if (edited.fields().contains("locale") || edited.fields().contains("name")) {
                edited
                    .also()
                    .add(
                        Updates.push(
                            "followUps", tenants.followUp(FollowUp.WIDGET_LOCALE, tenantId)));
              }
            });
    followUps.settle(tenantId);
    return TenantView.of(changed);
  }

  private static Consumer<Tenant> edit(String body) {
    BodyCheck check = new BodyCheck();
    MergePatch patch = MergePatch.read(body, check, Set.of("name", "locale", "timeZone"));
    Stream.Builder<Consumer<Tenant>> edits = Stream.builder();
    patch.text(
        "name",
        value -> {
          String name = check.line("/name", value, TenantRules.NAME_LENGTH);
          edits.add(tenant -> tenant.name = name);
        });
    patch.text(
        "locale",
        value -> {
          String locale = check.oneOf("/locale", value, TenantRules.LOCALES);
          edits.add(tenant -> tenant.locale = locale);
        });
    patch.text(
        "timeZone",
        value -> {
          String zone = TenantRules.timeZone(check, "/timeZone", value);
          edits.add(tenant -> tenant.timeZone = zone);
        });
    check.done();
    return edits.build().reduce(tenant -> {}, Consumer::andThen);
  }
}
