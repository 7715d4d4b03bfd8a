package io.dakenh.benchmarks.product;

import io.dakenh.devstack.suite.SuiteClient;

/** Registers businesses as an operator does: Keycloak, owner, first department and widget. */
public final class Registrations {
  private static final String WIDGETS = "/api/config/v1/public/widgets/";
  private static final int OK = 200;

  private final SuiteClient client;
  private final String operatorToken;

  Registrations(SuiteClient client, String operatorToken) {
    this.client = client;
    this.operatorToken = operatorToken;
  }

  /** Registers one more; its widget key. */
  public String register() {
    return Business.register(client, operatorToken, Business.suffix());
  }

  /** Whether websites with this key get a widget. */
  public boolean serves(String widgetKey) {
    return client.get(null, WIDGETS + widgetKey).status() == OK;
  }
}
