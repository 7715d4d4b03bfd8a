package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.delivery.Attendance;
import io.dakenh.livetalk.delivery.CatchUp;
import io.dakenh.livetalk.delivery.LocalSockets;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.presence.AgentPresence;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The other replicas, if this one is not alone. */
@ApplicationScoped
class Peers implements Attendance {
  private final @Nullable PeerNetwork network;

  @Inject
  Peers(
      Vertx vertx,
      LivetalkConfig config,
      LocalSockets here,
      CatchUp catchUp,
      AgentPresence presence,
      MeterRegistry meters) {
    this.network =
        PeerSettings.of(config)
            .map(
                settings ->
                    new PeerNetwork(
                        vertx,
                        settings,
                        presence.replicaId(),
                        here,
                        new Absences(vertx, catchUp, presence::lives),
                        catchUp,
                        meters))
            .orElse(null);
  }

  Peers(PeerNetwork network) {
    this.network = network;
  }

  void start(@Observes StartupEvent event) {
    if (network != null) {
      network.start();
    }
  }

  /** The last of all: whatever was done before has been sent. */
  void stop(@Observes @Priority(300) ShutdownEvent event) {
    if (network != null) {
      network.stop();
    }
  }

  /** To the sockets of the other replicas. */
  void send(Delivery delivery) {
    if (network != null) {
      network.send(delivery);
    }
  }

  @Override
  public void arrived(Party.Key person) {
    if (network != null) {
      network.arrived(person);
    }
  }

  @Override
  public void left(Party.Key person) {
    if (network != null) {
      network.left(person);
    }
  }
}
