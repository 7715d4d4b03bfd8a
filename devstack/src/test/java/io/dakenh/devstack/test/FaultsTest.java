package io.dakenh.devstack.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.devstack.infra.InfraException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FaultsTest {
  @Test
  void aPausedProcessIsSilentAndGoesOnWhenResumed() throws Exception {
    Process cat = new ProcessBuilder("cat").start();
    try (BufferedWriter in = cat.outputWriter();
        BufferedReader out = cat.inputReader()) {
      Faults.pause(cat.pid());
      in.write("xin chào\n");
      in.flush();
      CompletableFuture<String> line =
          CompletableFuture.supplyAsync(() -> out.lines().findFirst().orElse(""));
      assertThatThrownBy(() -> line.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      Faults.resume(cat.pid());

      assertThat(line.get(5, TimeUnit.SECONDS)).isEqualTo("xin chào");
      Faults.kill9(cat.pid());
      assertThat(cat.isAlive()).isFalse();
      assertThat(cat.waitFor()).isEqualTo(137);
    }
  }

  @Test
  void saysSoWhenThereIsNoSuchProcess() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    assertThatThrownBy(() -> Faults.kill9(ended.pid())).isInstanceOf(InfraException.class);
    assertThatThrownBy(() -> Faults.pause(ended.pid())).isInstanceOf(InfraException.class);
  }
}
