package io.dakenh.livetalk;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.ShutOutCheckup;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Whoever was deactivated, or whose business was suspended, is out within seconds. */
@QuarkusTest
class ShutOutTest {
  @TestHTTPResource("/api/v1/departments")
  URI readable;

  @Test
  @Rows(part = {"TEN-2", "TEN-3"})
  void good_tokens_of_whoever_was_shut_out_are_refused() {
    ShutOutCheckup.run(readable);
  }
}
