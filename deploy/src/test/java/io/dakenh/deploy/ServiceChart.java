package io.dakenh.deploy;

import java.nio.file.Path;
import java.util.Locale;

/** The six charts and the services they run. */
enum ServiceChart {
  CONFIG("config-service"),
  LIVETALK("livetalk-service"),
  ROUTING("routing-service"),
  BILLING("billing-minutes-service"),
  REFERRAL("referral-service"),
  CHANNELS("channel-connector-service");

  private final String module;

  ServiceChart(String module) {
    this.module = module;
  }

  String chart() {
    return name().toLowerCase(Locale.ROOT);
  }

  String module() {
    return module;
  }

  Path folder() {
    return Repository.ROOT.resolve(module);
  }
}
