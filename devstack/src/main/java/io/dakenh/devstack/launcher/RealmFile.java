package io.dakenh.devstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** The realm as code, plus what only a development realm has: the client for scripts. */
final class RealmFile {
  private RealmFile() {}

  /** Writes the realm of a development suite; placeholders stay for Keycloak to fill. */
  static void writeDevelopment(Path source, Path target) {
    ObjectMapper json = new ObjectMapper();
    try {
      ObjectNode realm = (ObjectNode) json.readTree(source.toFile());
      JsonNode scopes = realm.path("defaultDefaultClientScopes");
      ObjectNode cli = ((ArrayNode) realm.path("clients")).addObject();
      cli.put("clientId", "dakenh-cli");
      cli.put("name", "Scripts of a development suite");
      cli.put("enabled", true);
      cli.put("protocol", "openid-connect");
      cli.put("publicClient", true);
      cli.put("standardFlowEnabled", false);
      cli.put("implicitFlowEnabled", false);
      cli.put("directAccessGrantsEnabled", true);
      cli.put("fullScopeAllowed", true);
      cli.set("defaultClientScopes", scopes.deepCopy());
      cli.putArray("optionalClientScopes");
      Folders.makeParent(target);
      json.writeValue(target.toFile(), realm);
    } catch (IOException e) {
      throw new LauncherException("cannot prepare the realm from " + source, e);
    }
  }
}
