package io.dakenh.devstack.infra.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/**
 * Starts a broker and formats its storage first when it is new, in one JVM instead of two. The
 * broker's classes are looked up by name: this module is compiled against the clients only.
 */
public final class KafkaNode {
  private KafkaNode() {}

  /** Arguments: the settings file and the log folder named in it. */
  public static void main(String[] arguments) throws Throwable {
    String settings = arguments[0];
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    if (!Files.exists(Path.of(arguments[1], "meta.properties"))) {
      MethodType type = MethodType.methodType(int.class, String[].class, PrintStream.class);
      MethodHandle format =
          lookup.findStatic(Class.forName("kafka.tools.StorageTool"), "execute", type);
      // Kafka's own generator: it never begins with a dash, which the tool would take for an
      // option.
      String[] options = {
        "format",
        "--config",
        settings,
        "--cluster-id",
        Uuid.randomUuid().toString(),
        "--ignore-formatted"
      };
      PrintStream output =
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
      int status = (int) format.invokeExact(options, output);
      if (status != 0) {
        throw new IllegalStateException("formatting the storage failed: " + status);
      }
    }
    MethodType type = MethodType.methodType(void.class, String[].class);
    MethodHandle run = lookup.findStatic(Class.forName("kafka.Kafka"), "main", type);
    run.invokeExact(new String[] {settings});
  }
}
