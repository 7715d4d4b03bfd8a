package io.dakenh.devstack.launcher.supervisor;

/** Where a part stands. */
public enum PartState {
  /** Others must be ready first. */
  WAITING,
  /** Its process was started and does not answer yet. */
  STARTING,
  /** It answers. */
  READY,
  /** It died and is about to be started again. */
  RESTARTING,
  /** It could not be started; nobody tries again. */
  FAILED,
  /** It was stopped on purpose. */
  STOPPED
}
