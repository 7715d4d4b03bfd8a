package io.dakenh.devstack.launcher.supervisor;

/** Hears what becomes of the parts; called from the threads that watch them. */
public interface SupervisorListener {
  /** Something about a part changed. */
  void changed(PartStatus status);

  /**
   * A part died without being told to.
   *
   * @param lastLines what it wrote last
   * @param restartInMillis when it is started again
   */
  void died(PartStatus status, String lastLines, long restartInMillis);
}
