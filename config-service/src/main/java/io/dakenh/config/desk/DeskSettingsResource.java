package io.dakenh.config.desk;

import io.dakenh.config.content.SectionName;
import io.dakenh.config.content.Sounds;
import io.dakenh.config.content.Sounds.Sound;
import io.dakenh.config.desk.DeskSettings.DeskSound;
import io.dakenh.config.desk.DeskSettings.DeskSounds;
import io.dakenh.config.http.Answers;
import io.dakenh.config.media.MediaLibrary;
import io.dakenh.config.media.MediaView;
import io.dakenh.config.preset.PresetSound;
import io.dakenh.config.preset.Presets;
import io.dakenh.config.section.PublishedContents;
import io.dakenh.config.section.PublishedContents.Versioned;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What desks need of the configuration of the own business. */
@Path("/api/v1/desk-settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "desk")
class DeskSettingsResource {
  private final PublishedContents published;
  private final MediaLibrary media;
  private final Presets presets;
  private final TenantRepository tenants;
  private final Caller caller;

  @Inject
  DeskSettingsResource(
      PublishedContents published,
      MediaLibrary media,
      Presets presets,
      TenantRepository tenants,
      Caller caller) {
    this.published = published;
    this.media = media;
    this.presets = presets;
    this.tenants = tenants;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Sounds with their addresses; one that is off is absent")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DeskSettings.class)))
  @APIResponse(responseCode = "304", description = "The caller has this version")
  public Response get(@Context Request request) {
    UUID tenantId = caller.tenantId();
    Versioned<Sounds> sounds =
        published.one(tenantId, SectionName.SOUNDS, Sounds.class, tenants.require(tenantId).locale);
    return Answers.read(request, settings(tenantId, sounds), sounds.version());
  }

  private DeskSettings settings(UUID tenantId, Versioned<Sounds> sounds) {
    Sounds content = sounds.content();
    Set<UUID> ids = new HashSet<>();
    Stream.of(
            content.message(), content.newConversation(), content.audioCall(), content.videoCall())
        .map(Sound::mediaId)
        .filter(Objects::nonNull)
        .forEach(ids::add);
    Map<UUID, MediaView> uploads = ids.isEmpty() ? Map.of() : media.find(tenantId, ids);
    return new DeskSettings(
        sounds.version(),
        new DeskSounds(
            sound(content.message(), uploads),
            sound(content.newConversation(), uploads),
            sound(content.audioCall(), uploads),
            sound(content.videoCall(), uploads)));
  }

  private @Nullable DeskSound sound(Sound sound, Map<UUID, MediaView> uploads) {
    if (!sound.enabled()) {
      return null;
    }
    UUID mediaId = sound.mediaId();
    String preset = sound.preset();
    String url = null;
    if (mediaId != null && uploads.containsKey(mediaId)) {
      url = uploads.get(mediaId).url();
    } else if (preset != null) {
      url = presets.sound(preset).map(PresetSound::url).orElse(null);
    }
    return url == null ? null : new DeskSound(url, sound.volume());
  }
}
