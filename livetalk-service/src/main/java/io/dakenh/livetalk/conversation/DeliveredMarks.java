package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.settings.Representation;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How far messages have reached the clients of the other side, as those clients say. One thread
 * takes what was told since it last looked, only the highest mark of each person and conversation,
 * and stores it as one statement: however many messages there are, it is at most one statement
 * every {@value #PAUSE_MILLIS} ms, and none while nobody is told anything.
 *
 * <p>Nobody waits for a mark. While the database is away the marks wait here, and what a crash
 * takes with it the client tells again when it is back, for it sees in the summary what is missing.
 */
@ApplicationScoped
public class DeliveredMarks {
  private static final Logger LOG = Logger.getLogger(DeliveredMarks.class);

  /**
   * Of persons and conversations whose mark is not stored yet; more come again with the next
   * message.
   */
  static final int MOST_WAITING = 20_000;

  private static final int LARGEST_BATCH = 500;
  private static final long PAUSE_MILLIS = 200;
  private static final long STOP_MILLIS = 2_000;

  /**
   * Whoever is not entitled, and whatever is known already, is left out before anything is locked.
   */
  private static final String MOVE =
      """
      with told as materialized (
        select c.id, n.visitor, max(least(n.sequence, c.last_sequence)) as sequence,
          (array_agg(n.person_id order by n.sequence desc))[1] as person_id
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[])
          as t (tenant_id, conversation_id, kind, person_id, sequence)
        cross join lateral (select t.person_id, t.sequence, t.kind = 'visitor' as visitor) n
        join conversation c on c.id = t.conversation_id and c.tenant_id = t.tenant_id and c.thread_id is null
        where case when n.visitor
          then c.visitor_id = n.person_id
            and least(n.sequence, c.last_sequence) > greatest(c.visitor_delivered_sequence, c.visitor_read_sequence)
          else exists (select 1 from conversation_participant p where p.conversation_id = c.id and p.agent_id = n.person_id)
            and least(n.sequence, c.last_sequence) > greatest(c.agents_delivered_sequence, c.agents_read_sequence,
              (select max(p.read_sequence) from conversation_participant p where p.conversation_id = c.id))
          end
        group by c.id, n.visitor
      ), locked as materialized (
        select c.id from conversation c where c.id in (select id from told) order by c.id for no key update
      ), moved as (
        update conversation c
        set visitor_delivered_sequence = greatest(c.visitor_delivered_sequence, m.visitors),
            agents_delivered_sequence = greatest(c.agents_delivered_sequence, m.agents)
        from locked l join (
          select id, max(sequence) filter (where visitor) as visitors, max(sequence) filter (where not visitor) as agents
          from told group by id
        ) m on m.id = l.id
        where c.id = l.id
      )
      select c.tenant_id, c.id, t.visitor, t.person_id, t.sequence, c.visitor_id,
        array(select p.agent_id from conversation_participant p where p.conversation_id = c.id), \
      """
          + Representation.COLUMNS
          + " from told t join conversation c on c.id = t.id "
          + Representation.JOIN;

  private final Database database;
  private final Fanout fanout;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Map<Key, Long> waiting = new HashMap<>();
  private boolean stopping;
  private @Nullable Thread writer;

  private record Key(UUID tenantId, UUID conversationId, PartyKind kind, UUID personId) {}

  private record Moved(
      UUID tenantId,
      UUID conversationId,
      boolean byVisitor,
      UUID personId,
      long sequence,
      UUID visitorId,
      UUID[] agentIds,
      @Nullable Face face) {}

  @Inject
  DeliveredMarks(Database database, Fanout fanout) {
    this.database = database;
    this.fanout = fanout;
  }

  /** A client of this person has everything up to here. Never blocks, and nobody is answered. */
  public void delivered(Party party, UUID conversationId, long sequence) {
    Key key = new Key(party.tenantId(), conversationId, party.kind(), party.id());
    lock.lock();
    try {
      if (waiting.size() < MOST_WAITING || waiting.containsKey(key)) {
        waiting.merge(key, sequence, Math::max);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  void start(@Observes StartupEvent event) {
    writer = Thread.ofPlatform().name("delivered-marks").daemon().start(this::run);
  }

  /** Runs after the sockets were drained: what was told is still stored, if that is quick. */
  void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    Thread running = writer;
    if (running != null) {
      running.join(STOP_MILLIS);
    }
  }

  private void run() {
    try {
      for (Map<Key, Long> batch = take(); !batch.isEmpty(); batch = take()) {
        store(batch);
        pause();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until there is something; nothing: the service stops. */
  private Map<Key, Long> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty() && !stopping) {
        changed.await();
      }
      Map<Key, Long> taken = HashMap.newHashMap(Math.min(waiting.size(), LARGEST_BATCH));
      for (var each = waiting.entrySet().iterator();
          each.hasNext() && taken.size() < LARGEST_BATCH; ) {
        Map.Entry<Key, Long> mark = each.next();
        taken.put(mark.getKey(), mark.getValue());
        each.remove();
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** What is told meanwhile goes together with the next statement. */
  private void pause() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
      while (left > 0 && !stopping && waiting.size() < LARGEST_BATCH) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void store(Map<Key, Long> batch) {
    try {
      move(batch).forEach(this::tell);
    } catch (ProblemException away) {
      LOG.debugf("%d marks wait for the database: %s", batch.size(), away.code());
      again(batch);
    } catch (RuntimeException unexpected) {
      LOG.errorf(unexpected, "%d delivered marks are lost until they are told again", batch.size());
    }
  }

  private void again(Map<Key, Long> batch) {
    lock.lock();
    try {
      if (!stopping) {
        batch.forEach((key, sequence) -> waiting.merge(key, sequence, Math::max));
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Moved> move(Map<Key, Long> batch) {
    int size = batch.size();
    UUID[] tenants = new UUID[size];
    UUID[] conversations = new UUID[size];
    String[] kinds = new String[size];
    UUID[] persons = new UUID[size];
    Long[] sequences = new Long[size];
    int at = 0;
    for (Map.Entry<Key, Long> mark : batch.entrySet()) {
      tenants[at] = mark.getKey().tenantId();
      conversations[at] = mark.getKey().conversationId();
      kinds[at] = mark.getKey().kind().code();
      persons[at] = mark.getKey().personId();
      sequences[at++] = mark.getValue();
    }
    return database.list(
        MOVE, DeliveredMarks::moved, tenants, conversations, kinds, persons, sequences);
  }

  private static Moved moved(ResultSet row) throws SQLException {
    return new Moved(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getBoolean(3),
        row.getObject(4, UUID.class),
        row.getLong(5),
        row.getObject(6, UUID.class),
        (UUID[]) row.getArray(7).getArray(),
        Representation.face(row, 8));
  }

  /** Only the side that wrote: who received knows. */
  private void tell(Moved mark) {
    if (mark.byVisitor()) {
      String frame = frame(mark, PartyKind.VISITOR, mark.personId());
      for (UUID agentId : mark.agentIds()) {
        fanout.toAgent(mark.tenantId(), agentId, frame, null);
      }
    } else {
      UUID shown = mark.face() == null ? mark.personId() : mark.face().id();
      fanout.toVisitor(
          mark.tenantId(), mark.visitorId(), frame(mark, PartyKind.AGENT, shown), null);
    }
  }

  private static String frame(Moved mark, PartyKind kind, UUID personId) {
    return Frames.encode(
        new Frames.Delivered(
            mark.conversationId(), new Frames.Reader(kind.code(), personId), mark.sequence()));
  }
}
