package io.dakenh.devstack.gateway;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the gateway until the process is told to end. */
@Command(name = "gateway", description = "One origin for the whole suite")
public final class GatewayMain implements Runnable {
  private static final Logger LOG = Logger.getLogger(GatewayMain.class.getName());

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "address to listen on")
  private String host = "127.0.0.1";

  @Option(names = "--port", required = true, description = "port to listen on")
  private int port;

  @Option(names = "--public-url", required = true, description = "the origin as browsers see it")
  private URI publicUrl = URI.create("http://localhost");

  @Option(
      names = "--upstream",
      required = true,
      description = "name=host:port[,host:port…] of a part; once per part")
  private List<String> upstreams = List.of();

  @Override
  public void run() {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    Upstreams table = Upstreams.parse(upstreams);
    HealthChecks.begin(vertx, table);
    vertx
        .deployVerticle(
            () -> new Gateway(host, port, publicUrl, table),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()))
        .onSuccess(deployed -> LOG.log(Level.INFO, "listening on {0}:{1,number,#}", at()))
        .onFailure(
            cause -> {
              LOG.log(Level.SEVERE, "could not listen", cause);
              vertx.close().onComplete(closed -> Runtime.getRuntime().halt(1));
            });
  }

  private Object[] at() {
    return new Object[] {host, port};
  }

  /** Entry point. */
  public static void main(String[] arguments) {
    int problem = new CommandLine(new GatewayMain()).execute(arguments);
    if (problem != 0) {
      System.exit(problem);
    }
  }
}
