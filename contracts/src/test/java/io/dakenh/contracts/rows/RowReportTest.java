package io.dakenh.contracts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReportTest {
  @TempDir Path root;

  @Test
  void namesTheTestsThatProveARowAndTheRowsNobodyProves() throws IOException {
    write("docs/rows.md", "| TALK-1 | Visitor side |\n| DEP-3 | All at once |\n");
    // Split so that the report about this repository does not take this text for a mention.
    write(
        "svc/src/test/java/ATest.java",
        "class ATest {\n  @Test\n  @Ro" + "ws({\"TALK-1\"})\n  void talks() {}\n}");
    write("web/a.test.ts", "it(\"[TALK-" + "1] shows the message\", () => {})");

    RowReport report = RowReport.of(root);

    assertThat(report.proofs().get("TALK-1"))
        .containsExactly("ATest.talks", "a.test.ts: [TALK-" + "1] shows the message");
    assertThat(report.proofs().get("DEP-3")).isEmpty();
    assertThat(report.unknown()).isEmpty();
  }

  @Test
  void tellsAWholeProofFromAPartOfOne() throws IOException {
    write(
        "docs/rows.md", "| TALK-1 | Visitor side |\n| DEP-3 | All at once |\n| DEP-4 | Random |\n");
    write(
        "svc/src/test/java/CTest.java",
        "class CTest {\n  @Ro"
            + "ws(value = \"DEP-4\", part = {\"TALK-1\", \"DEP-3\"})\n  void talks() {}\n}");
    write("web/c.test.ts", "it('[part TALK-" + "1] draws', () => {})");

    RowReport report = RowReport.of(root);

    assertThat(report.proofs().get("TALK-1")).isEmpty();
    assertThat(report.proofs().get("DEP-3")).isEmpty();
    assertThat(report.proofs().get("DEP-4")).containsExactly("CTest.talks");
    assertThat(report.parts().get("TALK-1"))
        .containsExactly("CTest.talks", "c.test.ts: [part TALK-" + "1] draws");
    assertThat(report.parts().get("DEP-3")).containsExactly("CTest.talks");
  }

  @Test
  void reportsARowThatTheListDoesNotHave() throws IOException {
    write("docs/rows.md", "| TALK-1 | Visitor side |\n");
    write("svc/src/test/java/BTest.java", "@Ro" + "ws(\"TALK-99\")\nclass BTest {}");

    assertThat(RowReport.of(root).unknown()).containsExactly("TALK-99 in BTest");
  }

  @Test
  void theTestsOfThisRepositoryNameOnlyRowsThatExist() throws IOException {
    assertThat(RowReport.of(Path.of("..")).unknown()).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
