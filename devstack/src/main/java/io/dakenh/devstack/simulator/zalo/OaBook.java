package io.dakenh.devstack.simulator.zalo;

import io.dakenh.devstack.simulator.core.Customer;
import io.dakenh.devstack.simulator.core.World;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What Zalo knows: OAs, grants, customers. */
final class OaBook {
  private final Map<String, Oa> oas = new ConcurrentSkipListMap<>();
  private final Map<String, Access> access = new ConcurrentHashMap<>();
  private final Map<String, Oa> refresh = new ConcurrentHashMap<>();
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final World world;

  OaBook(World world) {
    this.world = world;
    add(new Oa("7700000000000000001", "Hoa Mai OA", 0));
    add(new Oa("7700000000000000002", "Hoa Mai Chăm sóc khách hàng", 0));
  }

  /** An Official Account. */
  static final class Oa {
    final String id;
    final String name;

    /** Answer to its access token instead of the account, 0 for none. */
    final int error;

    final Map<String, Customer> customers = new ConcurrentHashMap<>();

    /** What sending in the charged time fails with; 0: it is paid for. */
    volatile int chargedError;

    final AtomicInteger quota = new AtomicInteger(2000);

    Oa(String id, String name, int error) {
      this.id = id;
      this.name = name;
      this.error = error;
    }
  }

  /** An access token: it ends, and it dies when another one is made. */
  record Access(Oa oa, Instant until) {}

  /** A login code. */
  record Code(Oa oa, String challenge, Instant until) {}

  void add(Oa oa) {
    oas.put(oa.id, oa);
  }

  @Nullable Oa oa(String id) {
    return oas.get(id);
  }

  Oa known(String id) {
    return oas.computeIfAbsent(id, key -> new Oa(key, "OA " + key, 0));
  }

  Collection<Oa> oas() {
    return oas.values();
  }

  Customer customer(Oa oa, String id, String name) {
    return oa.customers.computeIfAbsent(
        id, key -> new Customer(key, name, world.files().face(key)));
  }

  void token(String accessToken, @Nullable String refreshToken, Oa oa, Instant until) {
    access.put(accessToken, new Access(oa, until));
    if (refreshToken != null) {
      refresh.put(refreshToken, oa);
    }
  }

  @Nullable Access access(String token) {
    return access.get(token);
  }

  /** The tokens before die with a new one. */
  void dropAccess(Oa oa) {
    access.values().removeIf(one -> one.oa() == oa);
  }

  void dropRefresh(Oa oa) {
    refresh.values().removeIf(one -> one == oa);
  }

  /** A refresh token works once. */
  @Nullable Oa useRefresh(String token) {
    return refresh.remove(token);
  }

  void code(String text, Code code) {
    codes.put(text, code);
  }

  @Nullable Code useCode(String text) {
    return codes.remove(text);
  }
}
