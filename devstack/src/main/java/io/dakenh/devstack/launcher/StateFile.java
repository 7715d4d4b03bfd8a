package io.dakenh.devstack.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The state of a suite in its data folder, always whole. */
final class StateFile {
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path file;

  StateFile(Path file) {
    this.file = file;
  }

  synchronized void write(SuiteState state) {
    try {
      Folders.makeParent(file);
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      json.writeValue(fresh.toFile(), state);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LauncherException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  Optional<SuiteState> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(file.toFile(), SuiteState.class));
    } catch (IOException e) {
      throw new LauncherException("cannot read " + file, e);
    }
  }

  /** The suite whose supervisor runs now. */
  Optional<SuiteState> running() {
    return read()
        .filter(state -> state.phase() != SuiteState.Phase.STOPPED)
        .filter(SuiteState::supervisorAlive);
  }
}
