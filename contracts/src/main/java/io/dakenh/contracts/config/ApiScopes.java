package io.dakenh.contracts.config;

import java.util.List;

/** What a key of a business may be allowed to do. A scope stands as a role before the endpoints. */
public final class ApiScopes {
  /** Lists conversations and reads them and their messages. */
  public static final String CONVERSATIONS_READ = "conversations:read";

  /** Writes into conversations as the business. */
  public static final String MESSAGES_WRITE = "messages:write";

  /** Lists visitors and reads what is known of them. */
  public static final String CONTACTS_READ = "contacts:read";

  /** Reads the reports. */
  public static final String REPORTS_READ = "reports:read";

  /** All there are, in the order screens show them. */
  public static final List<String> ALL =
      List.of(CONVERSATIONS_READ, MESSAGES_WRITE, CONTACTS_READ, REPORTS_READ);

  private ApiScopes() {}
}
