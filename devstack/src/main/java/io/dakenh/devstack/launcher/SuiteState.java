package io.dakenh.devstack.launcher;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dakenh.devstack.launcher.supervisor.PartStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other shells may know about a suite.
 *
 * @param supervisorStartedAtMillis tells the supervisor from another process that got its number
 * @param readyMillis from the command to everything ready
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SuiteState(
    Phase phase,
    long supervisorPid,
    long supervisorStartedAtMillis,
    int portBase,
    String publicUrl,
    String infra,
    @Nullable Long readyMillis,
    List<PartStatus> parts,
    @Nullable Demo demo) {

  /** Where the suite as a whole stands. */
  enum Phase {
    STARTING,
    READY,
    STOPPING,
    STOPPED
  }

  /** What was seeded, with the logins to try. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Demo(String tenantId, String tenantName, String widgetKey, List<Login> logins) {}

  /** A person of the demo tenant. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Login(String role, String name, String email, String password) {}

  boolean supervisorAlive() {
    return Processes.find(supervisorPid, supervisorStartedAtMillis).isPresent();
  }
}
