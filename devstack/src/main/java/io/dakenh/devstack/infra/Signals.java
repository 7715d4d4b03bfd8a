package io.dakenh.devstack.infra;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends signals Java has no words for. */
public enum Signals {
  /** End in an orderly way, now: PostgreSQL's fast shutdown. */
  INT,
  /** Gone at once. */
  KILL,
  /** Frozen until {@link #CONT}. */
  STOP,
  /** Goes on. */
  CONT;

  /**
   * Sends it.
   *
   * @throws InfraException when there is no such process or it is not ours
   */
  public void send(long pid) {
    try {
      Process kill =
          new ProcessBuilder(List.of("sh", "-c", "kill -" + name() + " \"$0\"", Long.toString(pid)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new InfraException("could not send " + this + " to process " + pid);
      }
    } catch (IOException e) {
      throw new InfraException("could not send " + this + " to process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfraException("interrupted while sending " + this + " to process " + pid, e);
    }
  }
}
