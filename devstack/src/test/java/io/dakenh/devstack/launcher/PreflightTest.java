package io.dakenh.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.devstack.infra.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void saysWhichPortIsTakenByWhom() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();

      assertThatThrownBy(() -> Preflight.checkPorts(Map.of("livetalk", port)))
          .isInstanceOf(LauncherException.class)
          .hasMessageContaining("port " + port)
          .hasMessageContaining("livetalk")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--port-base");
    }
  }

  @Test
  void acceptsFreePorts() {
    assertThatCode(() -> Preflight.checkPorts(Map.of("gateway", Ports.free())))
        .doesNotThrowAnyException();
  }

  @Test
  void saysHowMuchRoomTheDiskLacks() {
    assertThat(Preflight.diskMessage(Path.of("/data"), 12))
        .contains("/data", "12 MB free", "1024 MB needed", "--data");
  }

  @Test
  void keepsDataToTheAddressItWasMadeFor(@TempDir Path folder) {
    Path file = folder.resolve("address");
    Preflight.checkAddress(file, "http://localhost:8080");

    assertThatCode(() -> Preflight.checkAddress(file, "http://localhost:8080"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Preflight.checkAddress(file, "http://localhost:9000"))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("was made for http://localhost:8080, not for http://localhost:9000")
        .hasMessageContaining("--port-base")
        .hasMessageContaining("./dakenh reset");
  }

  @Test
  void refusesAPlaceItCannotWriteTo(@TempDir Path folder) throws IOException {
    Path file = java.nio.file.Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Preflight.checkDisk(file.resolve("below")))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("cannot write below");
  }
}
