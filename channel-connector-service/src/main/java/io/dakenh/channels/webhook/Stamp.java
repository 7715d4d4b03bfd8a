package io.dakenh.channels.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The two fields Zalo's signature needs, found without building a tree. */
record Stamp(String appId, String timestamp) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Empty texts where a field is missing. */
  static Stamp of(byte[] body) throws IOException {
    String appId = "";
    String timestamp = "";
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if ("app_id".equals(name) && value.isScalarValue()) {
          appId = parser.getText();
        } else if ("timestamp".equals(name) && value.isScalarValue()) {
          timestamp = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
    }
    return new Stamp(appId, timestamp);
  }
}
