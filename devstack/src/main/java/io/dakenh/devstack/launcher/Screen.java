package io.dakenh.devstack.launcher;

import java.util.Locale;

/** The one screen shown when everything is ready. */
final class Screen {
  private Screen() {}

  static String text(SuiteState state) {
    StringBuilder text = new StringBuilder(1_000);
    Long ready = state.readyMillis();
    text.append('\n').append("Đa Kênh is ready");
    if (ready != null) {
      text.append(String.format(Locale.ROOT, " after %.1f s", ready / 1000.0));
    }
    text.append(".\n\n");
    line(text, "Console and desk", state.publicUrl() + "/");
    SuiteState.Demo demo = state.demo();
    line(
        text,
        "Trial website",
        state.publicUrl() + "/site/" + (demo == null ? "" : "?key=" + demo.widgetKey()));
    line(text, "Keycloak", state.publicUrl() + "/auth/");
    line(
        text,
        "Mail that was sent",
        "http://localhost:" + new PortPlan(state.portBase()).providerSimulators() + "/mailbox/");
    if (demo != null) {
      text.append("\nLogins of ").append(demo.tenantName()).append(":\n");
      for (SuiteState.Login login : demo.logins()) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %-6s  %-22s  %-26s  %s%n",
                login.role(),
                login.name(),
                login.email(),
                login.password()));
      }
    }
    text.append(
        "\nStop with Ctrl-C or ./dakenh down; look with ./dakenh status and ./dakenh logs.");
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String where) {
    text.append(String.format(Locale.ROOT, "  %-18s %s%n", what, where));
  }
}
