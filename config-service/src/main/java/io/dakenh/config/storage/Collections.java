package io.dakenh.config.storage;

import java.util.List;

/** Names of the collections. */
public final class Collections {
  public static final String TENANT = "tenant";
  public static final String STAFF = "staff";
  public static final String DEPARTMENT = "department";
  public static final String WIDGET = "widget_settings";
  public static final String SECTION = "section";
  public static final String SECTION_VERSION = "section_version";
  public static final String MEDIA = "media";
  public static final String CANNED_MESSAGE = "canned_message";
  public static final String CANNED_IMPORT = "canned_import";
  public static final String API_KEY = "api_key";
  public static final String SIGN_UP = "sign_up";
  public static final String MAIL = "mail";
  public static final String PROVISIONING = "provisioning";
  public static final String IDEMPOTENCY = "idempotency_key";
  public static final String AUDIT = "audit";
  public static final String TENANT_ERASURE = "tenant_erasure";

  /** Collections whose documents carry pending entries. */
  public static final List<String> WITH_PENDING =
      List.of(
          TENANT,
          STAFF,
          DEPARTMENT,
          SECTION,
          WIDGET,
          MEDIA,
          CANNED_MESSAGE,
          API_KEY,
          SIGN_UP,
          TENANT_ERASURE);

  private Collections() {}
}
