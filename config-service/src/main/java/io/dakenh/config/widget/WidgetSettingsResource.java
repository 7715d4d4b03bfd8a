package io.dakenh.config.widget;

import io.dakenh.config.http.Answers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The widget of the own business. */
@Path("/api/v1/widget-settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "widget")
class WidgetSettingsResource {
  private final WidgetRepository widgets;
  private final WidgetService service;
  private final Caller caller;

  @Inject
  WidgetSettingsResource(WidgetRepository widgets, WidgetService service, Caller caller) {
    this.widgets = widgets;
    this.service = service;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The widget of the own business")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WidgetSettingsView.class)))
  public Response get(@Context Request request) {
    WidgetSettingsView view = WidgetSettingsView.of(widgets.require(caller.tenantId()));
    return Answers.read(request, view, view.version());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Replaces the widget's settings and publishes them; If-Match required")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WidgetSettingsView.class)))
  public Response replace(
      @HeaderParam("If-Match") @Nullable String ifMatch, WidgetSettingsBody body) {
    WidgetSettingsView view =
        WidgetSettingsView.of(service.replace(caller.tenantId(), ifMatch, body, caller.personId()));
    return Answers.changed(view, view.version());
  }
}
