package io.dakenh.channels.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.channels.channel.ChannelState.Healthy;
import io.dakenh.channels.channel.ChannelState.Paused;
import io.dakenh.channels.channel.ChannelState.PermissionMissing;
import io.dakenh.channels.channel.ChannelState.ReconnectRequired;
import io.dakenh.channels.channel.ChannelState.Unlinked;
import io.dakenh.contracts.rows.Rows;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Rows(part = "CHN-6")
class ChannelStateTest {
  @Test
  void resumesAsItWas() {
    PermissionMissing missing = new PermissionMissing(List.of("pages_messaging"));
    assertThat(missing.pause().resume()).isEqualTo(missing);
    assertThat(missing.pause().code()).isEqualTo("paused");
  }

  @Test
  void resumesWithWhatWasLearnedMeanwhile() {
    Paused paused = new Healthy().pause().resumingAs(new ReconnectRequired());
    assertThat(paused.code()).isEqualTo("paused");
    assertThat(paused.resume()).isEqualTo(new ReconnectRequired());
  }

  @Test
  void startsHealthyWhenLinkedAgain() {
    assertThat(new Healthy().pause().unlink().relink()).isEqualTo(new Healthy());
    assertThat(new ReconnectRequired().unlink()).isEqualTo(new Unlinked());
  }

  @Test
  void offersNoOtherTransition() {
    assertThat(transitions(Healthy.class)).containsExactlyInAnyOrder("pause", "unlink");
    assertThat(transitions(ReconnectRequired.class)).containsExactlyInAnyOrder("pause", "unlink");
    assertThat(transitions(PermissionMissing.class)).containsExactlyInAnyOrder("pause", "unlink");
    assertThat(transitions(Paused.class))
        .containsExactlyInAnyOrder("resume", "resumingAs", "unlink");
    assertThat(transitions(Unlinked.class)).containsExactly("relink");
  }

  @Test
  void knowsWhatIsMissing() {
    assertThatThrownBy(() -> new PermissionMissing(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> transitions(Class<?> state) {
    return Arrays.stream(state.getMethods())
        .filter(method -> ChannelState.class.isAssignableFrom(method.getReturnType()))
        .map(Method::getName)
        .filter(name -> !name.equals("before"))
        .collect(Collectors.toSet());
  }
}
