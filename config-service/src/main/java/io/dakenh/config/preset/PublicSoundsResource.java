package io.dakenh.config.preset;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.ServedFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The preset sounds, for visitors and desks. A changed sound gets a new name. */
@Path("/api/v1/public/sounds/{preset}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "public")
class PublicSoundsResource {
  private final PresetFiles presets;

  @Inject
  PublicSoundsResource(PresetFiles presets) {
    this.presets = presets;
  }

  @GET
  @Operation(summary = "A preset sound, whole or a range")
  @APIResponse(responseCode = "200", description = "All bytes")
  @APIResponse(responseCode = "206", description = "The bytes of the range")
  @APIResponse(responseCode = "304", description = "The caller has them")
  @APIResponse(responseCode = "404", description = "No such preset")
  @APIResponse(responseCode = "416", description = "The range lies outside")
  public Response get(
      @PathParam("preset") String preset,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return file(preset).answer(new ServedFile.Wanted(range, ifRange, ifNoneMatch), true);
  }

  @HEAD
  @Operation(summary = "The same without the bytes")
  @APIResponse(responseCode = "200", description = "Type and length")
  public Response head(
      @PathParam("preset") String preset,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return file(preset).answer(new ServedFile.Wanted(null, null, ifNoneMatch), false);
  }

  private ServedFile file(String preset) {
    PresetFiles.Entry entry =
        presets.entry(preset).orElseThrow(() -> ProblemException.notFound("sound"));
    return ServedFile.forEver(
        entry.contentType(),
        entry.bytes(),
        entry.sha256(),
        (offset, length) -> presets.open(entry, offset));
  }
}
