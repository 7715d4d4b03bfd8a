package io.dakenh.config.preset;

import io.dakenh.platform.tenancy.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an owner can choose from. */
@Path("/api/v1/presets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "media")
class PresetsResource {
  private final Presets presets;

  @Inject
  PresetsResource(Presets presets) {
    this.presets = presets;
  }

  /** All presets by kind. */
  record PresetsView(
      List<PresetSound> tones,
      List<PresetSound> ringtones,
      List<PresetSound> waiting,
      List<String> icons) {}

  @GET
  @Operation(summary = "Sounds and icons that are part of the product")
  public PresetsView list() {
    return new PresetsView(
        presets.sounds("tone"),
        presets.sounds("ringtone"),
        presets.sounds("waiting"),
        presets.icons());
  }
}
