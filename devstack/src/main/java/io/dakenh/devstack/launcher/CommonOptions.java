package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
  @Option(names = "--data", paramLabel = "DIR", description = "data folder (default: .dakenh)")
  private @Nullable Path data;

  Layout layout() {
    Path root = Path.of(Settings.required("dakenh.root", "the repository's folder"));
    return new Layout(root, data == null ? root.resolve(".dakenh") : data);
  }
}
