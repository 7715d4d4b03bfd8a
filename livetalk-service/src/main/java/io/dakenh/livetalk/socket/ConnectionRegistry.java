package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.delivery.LocalSockets;
import io.dakenh.livetalk.party.Party;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sockets of this replica, found by person and by business; delivers to them. */
@ApplicationScoped
@Typed({LocalSockets.class, ConnectionRegistry.class})
class ConnectionRegistry implements LocalSockets {
  private static final SocketConnection[] NONE = {};

  private final ConcurrentMap<Party.Key, SocketConnection[]> byPerson = new ConcurrentHashMap<>();
  private final ConcurrentMap<UUID, Set<SocketConnection>> agents = new ConcurrentHashMap<>();
  private final ConcurrentMap<UUID, Set<SocketConnection>> visitors = new ConcurrentHashMap<>();
  private final Set<SocketConnection> allAgents = ConcurrentHashMap.newKeySet();
  private final Set<SocketConnection> allVisitors = ConcurrentHashMap.newKeySet();

  @Inject
  ConnectionRegistry(MeterRegistry meters) {
    meters.gaugeCollectionSize("dakenh.livetalk.sockets", Tags.of("kind", "agent"), allAgents);
    meters.gaugeCollectionSize("dakenh.livetalk.sockets", Tags.of("kind", "visitor"), allVisitors);
  }

  void add(SocketConnection connection) {
    Party party = connection.party();
    byPerson.merge(
        party.key(),
        new SocketConnection[] {connection},
        (known, one) -> {
          SocketConnection[] more = Arrays.copyOf(known, known.length + 1);
          more[known.length] = connection;
          return more;
        });
    ofTenant(party)
        .compute(
            party.tenantId(),
            (tenant, known) -> {
              Set<SocketConnection> set = known == null ? ConcurrentHashMap.newKeySet() : known;
              set.add(connection);
              return set;
            });
    all(party).add(connection);
  }

  /** Whether it was the last one of its person. */
  boolean remove(SocketConnection connection) {
    Party party = connection.party();
    boolean last =
        byPerson.computeIfPresent(party.key(), (key, known) -> without(known, connection)) == null;
    ofTenant(party)
        .computeIfPresent(
            party.tenantId(),
            (tenant, known) -> {
              known.remove(connection);
              return known.isEmpty() ? null : known;
            });
    all(party).remove(connection);
    return last;
  }

  private static SocketConnection @Nullable [] without(
      SocketConnection[] known, SocketConnection gone) {
    SocketConnection[] rest =
        Arrays.stream(known).filter(one -> one != gone).toArray(SocketConnection[]::new);
    return rest.length == 0 ? null : rest;
  }

  void each(Consumer<SocketConnection> action) {
    allAgents.forEach(action);
    allVisitors.forEach(action);
  }

  /** The sockets of one business, both kinds. */
  void each(UUID tenantId, Consumer<SocketConnection> action) {
    of(agents, tenantId).forEach(action);
    of(visitors, tenantId).forEach(action);
  }

  @Override
  public Set<Party.Key> people() {
    return byPerson.keySet();
  }

  @Override
  public void toVisitor(UUID tenantId, UUID visitorId, String frame, @Nullable UUID except) {
    push(byPerson.getOrDefault(Party.Key.visitor(tenantId, visitorId), NONE), frame, except);
  }

  @Override
  public void toAgent(UUID tenantId, UUID agentId, String frame, @Nullable UUID except) {
    push(byPerson.getOrDefault(Party.Key.agent(tenantId, agentId), NONE), frame, except);
  }

  private static void push(SocketConnection[] connections, String frame, @Nullable UUID except) {
    for (SocketConnection connection : connections) {
      if (!connection.id().equals(except)) {
        connection.push(frame);
      }
    }
  }

  @Override
  public void toAgents(UUID tenantId, String frame) {
    of(agents, tenantId).forEach(connection -> connection.push(frame));
  }

  @Override
  public void toVisitors(UUID tenantId, String frame) {
    of(visitors, tenantId).forEach(connection -> connection.push(frame));
  }

  @Override
  public void dismissAgent(UUID tenantId, UUID agentId) {
    for (SocketConnection connection :
        byPerson.getOrDefault(Party.Key.agent(tenantId, agentId), NONE)) {
      connection.close(CloseCode.TOKEN_REFUSED);
    }
  }

  @Override
  public void dismissTenant(UUID tenantId) {
    of(agents, tenantId).forEach(connection -> connection.close(CloseCode.TENANT_SUSPENDED));
    of(visitors, tenantId).forEach(connection -> connection.close(CloseCode.TENANT_SUSPENDED));
  }

  private static Collection<SocketConnection> of(
      ConcurrentMap<UUID, Set<SocketConnection>> map, UUID tenantId) {
    return map.getOrDefault(tenantId, Set.of());
  }

  private ConcurrentMap<UUID, Set<SocketConnection>> ofTenant(Party party) {
    return party.visitor() ? visitors : agents;
  }

  private Set<SocketConnection> all(Party party) {
    return party.visitor() ? allVisitors : allAgents;
  }
}
