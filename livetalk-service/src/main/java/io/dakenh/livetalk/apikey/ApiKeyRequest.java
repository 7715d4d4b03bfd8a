package io.dakenh.livetalk.apikey;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows a key. */
public class ApiKeyRequest extends BaseAuthenticationRequest {
  private final String key;

  ApiKeyRequest(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
