package io.dakenh.livetalk.store;

import io.agroal.api.AgroalDataSource;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The service's database as a process sees it that dies at a chosen statement: before it, or after
 * it and before anything else.
 */
public final class FailingDatabase {
  private static final String SYSTEM_ERROR = "58030";

  private final AgroalDataSource pool;
  private int left = Integer.MAX_VALUE;
  private boolean before;

  /** On the pool of the running service. */
  public FailingDatabase(AgroalDataSource pool) {
    this.pool = pool;
  }

  /** The same database, seen through this. */
  public Database database(TransactionSynchronizationRegistry transactions) {
    return new Database(wrap(AgroalDataSource.class, pool, this::connection), transactions);
  }

  /** Dies at the statement with this number, counted from 1. */
  public void failAt(int statement, boolean beforeIt) {
    left = statement;
    before = beforeIt;
  }

  /** Dies no more; tells whether it did. */
  public boolean heal() {
    boolean failed = left <= 0;
    left = Integer.MAX_VALUE;
    return failed;
  }

  private Object connection(Method method, Object result) {
    return result instanceof Connection connection
        ? wrap(Connection.class, connection, this::statement)
        : result;
  }

  private Object statement(Method method, Object result) {
    return result instanceof PreparedStatement statement
        ? Proxy.newProxyInstance(
            PreparedStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, called, arguments) -> execute(statement, called, arguments))
        : result;
  }

  private Object execute(PreparedStatement statement, Method called, Object[] arguments)
      throws Throwable {
    if (!called.getName().startsWith("execute")) {
      return invoke(statement, called, arguments);
    }
    left--;
    if (left == 0 && before) {
      throw new SQLException("the process died before the statement", SYSTEM_ERROR);
    }
    Object result = invoke(statement, called, arguments);
    if (left == 0) {
      throw new SQLException("the process died after the statement", SYSTEM_ERROR);
    }
    return result;
  }

  private interface After {
    Object of(Method method, Object result);
  }

  private static <T> T wrap(Class<T> type, T inner, After after) {
    InvocationHandler handler =
        (proxy, method, arguments) -> after.of(method, invoke(inner, method, arguments));
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object inner, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(inner, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
