package io.dakenh.livetalk.apikey;

import io.dakenh.contracts.config.ApiScopes;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Says in the service's document which operations keys reach: those that name one of their scopes.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiKeyDocumentation implements OASFilter {
  private static final String NAME = "ApiKey";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document
        .getComponents()
        .addSecurityScheme(
            NAME,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("dk_<handle>_<secret>")
                .description("A key of a business, for its programs."));
    if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
      document
          .getPaths()
          .getPathItems()
          .values()
          .forEach(path -> path.getOperations().values().forEach(ApiKeyDocumentation::split));
    }
  }

  /** Roles of people stay with their scheme, scopes go to that of keys. */
  private static void split(Operation operation) {
    List<SecurityRequirement> given = operation.getSecurity();
    if (given == null) {
      return;
    }
    List<SecurityRequirement> people = new ArrayList<>();
    List<String> scopes = new ArrayList<>();
    for (SecurityRequirement requirement : given) {
      for (Map.Entry<String, List<String>> scheme : requirement.getSchemes().entrySet()) {
        List<String> roles =
            scheme.getValue().stream().filter(role -> !ApiScopes.ALL.contains(role)).toList();
        scheme.getValue().stream().filter(ApiScopes.ALL::contains).forEach(scopes::add);
        if (!roles.isEmpty() || scheme.getValue().isEmpty()) {
          people.add(OASFactory.createSecurityRequirement().addScheme(scheme.getKey(), roles));
        }
      }
    }
    if (!scopes.isEmpty()) {
      people.add(OASFactory.createSecurityRequirement().addScheme(NAME, scopes));
      operation.setSecurity(people);
    }
  }
}
