package io.dakenh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void comesBackAsItWentOut() {
    Cursor cursor = Cursor.of("2026-11-23T02:30:00Z", "Nguyễn Thị Ánh", 42);

    assertThat(Cursor.decode(cursor.encoded(), 3)).isEqualTo(cursor);
  }

  @Test
  void isAbsentOnTheFirstPage() {
    assertThat(Cursor.decode(null, 2)).isNull();
    assertThat(Cursor.decode("", 2)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "YQ", "not base64!"})
  void refusesWhatIsNotOurs(String forged) {
    assertThatThrownBy(() -> Cursor.decode(forged, 2))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.errors().getFirst().pointer()).isEqualTo("/cursor"));
  }

  @Test
  void cutsOnlyWhenOneTooManyWasFetched() {
    Page<Integer> more = Page.cut(List.of(1, 2, 3), 2, Cursor::of);
    Page<Integer> last = Page.cut(List.of(1, 2), 2, Cursor::of);

    assertThat(more.items()).containsExactly(1, 2);
    assertThat(more.nextCursor()).isEqualTo(Cursor.of(2).encoded());
    assertThat(last.items()).containsExactly(1, 2);
    assertThat(last.nextCursor()).isNull();
  }
}
