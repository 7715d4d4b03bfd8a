package io.dakenh.channels.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Fault.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error of the fact sheet. */
class GraphErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "1,0,provider-unavailable,RETRY",
    "2,0,provider-unavailable,RETRY",
    "2,2018344,configuration,CONFIGURATION",
    "3,0,configuration,CONFIGURATION",
    "4,0,rate-limited,WAIT",
    "17,0,rate-limited,WAIT",
    "32,0,rate-limited,WAIT",
    "613,0,rate-limited,WAIT",
    "80001,0,rate-limited,WAIT",
    "80006,0,rate-limited,WAIT",
    "341,0,rate-limited,WAIT",
    "10,0,permission-missing,PERMISSION",
    "10,2018278,window-closed,FAIL",
    "10,1893063,channel-restricted,RESTRICTED",
    "100,0,message-refused,FAIL",
    "100,33,comment-gone,GONE",
    "100,2018218,message-refused,GONE",
    "102,0,reconnect-required,RECONNECT",
    "190,0,reconnect-required,RECONNECT",
    "190,458,reconnect-required,RECONNECT",
    "190,459,reconnect-required,RECONNECT",
    "190,460,reconnect-required,RECONNECT",
    "190,463,reconnect-required,RECONNECT",
    "190,464,reconnect-required,RECONNECT",
    "190,467,reconnect-required,RECONNECT",
    "190,492,reconnect-required,RECONNECT",
    "199,0,permission-missing,PERMISSION",
    "200,0,permission-missing,PERMISSION",
    "210,0,permission-missing,PERMISSION",
    "299,0,permission-missing,PERMISSION",
    "200,1545041,recipient-unreachable,BLOCKED",
    "368,0,channel-restricted,RESTRICTED",
    "506,0,message-refused,DONE",
    "551,0,recipient-unreachable,BLOCKED",
    "803,0,comment-gone,GONE",
    "1200,0,provider-unavailable,RETRY",
    "99999,0,message-refused,FAIL"
  })
  void classifies(int code, int subcode, String failureCode, Reaction reaction) {
    Fault fault = GraphErrors.of(code, subcode, false);

    assertThat(fault.failureCode()).isEqualTo(failureCode);
    assertThat(fault.reaction()).isEqualTo(reaction);
    assertThat(fault.code()).startsWith("facebook-" + code);
  }

  @Test
  void believesFacebookThatItPasses() {
    assertThat(GraphErrors.of(99999, 0, true).reaction()).isEqualTo(Reaction.RETRY);
  }
}
