package io.dakenh.devstack.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.devstack.suite.Exchange;
import io.dakenh.devstack.suite.SocketErrorException;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a visitor and an agent over the public sockets of a running suite. */
@Command(name = "demo", description = "a visitor and an agent talk; counts what arrives")
final class DemoCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--messages",
      defaultValue = "100",
      description = "how many each side sends (default: ${DEFAULT-VALUE})")
  private int messages = 100;

  @Option(names = "--json", description = "one JSON object as the last line")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    SuiteState state =
        new StateFile(common.layout().stateFile())
            .running()
            .orElseThrow(() -> new LauncherException("no suite runs here; start it: ./dakenh up"));
    SuiteState.Demo demo = state.demo();
    if (demo == null) {
      throw new LauncherException("the suite has no demo tenant; see its log and ./dakenh status");
    }
    SuiteState.Login agent =
        demo.logins().stream()
            .filter(login -> login.role().equals("agent"))
            .findFirst()
            .orElseThrow(() -> new LauncherException("the demo tenant has no agent"));
    Launcher.progress()
        .note(agent.name() + " and a visitor exchange " + messages + " messages each …");
    try {
      SuiteClient client = new SuiteClient(URI.create(state.publicUrl()));
      Exchange.Result result =
          Exchange.run(
              client,
              demo.widgetKey(),
              client.personToken(agent.email(), agent.password()),
              messages);
      show(result);
      return result.flawless() ? 0 : 1;
    } catch (SuiteException | SocketErrorException e) {
      throw new LauncherException(e.getMessage(), e);
    }
  }

  private void show(Exchange.Result result) throws JsonProcessingException {
    if (json) {
      Launcher.results().println(new ObjectMapper().writeValueAsString(result));
      return;
    }
    Launcher.results()
        .println(
            String.format(
                Locale.ROOT,
                "sent %d, received %d, lost %d, duplicated %d, reordered %d;"
                    + " from hand to hand %.2f ms in the middle, %.2f ms at the 99th percentile",
                result.sent(),
                result.received(),
                result.lost(),
                result.duplicated(),
                result.reordered(),
                result.latencyP50Ms(),
                result.latencyP99Ms()));
  }
}
