package io.dakenh.devstack.launcher;

import java.util.Locale;

/** The six services, in the order of their ports. */
enum Service {
  CONFIG("config-service", Store.MONGO, 128),
  LIVETALK("livetalk-service", Store.POSTGRES, 256),
  ROUTING("routing-service", Store.POSTGRES, 128),
  BILLING("billing-minutes-service", Store.POSTGRES, 128),
  REFERRAL("referral-service", Store.POSTGRES, 128),
  CHANNELS("channel-connector-service", Store.POSTGRES, 128);

  /** Where a service keeps its data. */
  enum Store {
    MONGO,
    POSTGRES
  }

  private final String module;
  private final Store store;
  private final int heapMegabytes;

  Service(String module, Store store, int heapMegabytes) {
    this.module = module;
    this.store = store;
    this.heapMegabytes = heapMegabytes;
  }

  /** Its name in addresses, logs, databases and commands. */
  String partName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its folder in the repository. */
  String module() {
    return module;
  }

  Store store() {
    return store;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }
}
