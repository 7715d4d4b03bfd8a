package io.dakenh.channels.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.channels.provider.Fault;
import io.dakenh.channels.provider.Fault.Reaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error of the fact sheet. */
class ZaloErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "-32,rate-limited,WAIT",
    "-100,attachment-unavailable,UPLOAD_AGAIN",
    "-101,message-refused,FAIL",
    "-124,reconnect-required,REFRESH",
    "-200,provider-unavailable,RETRY",
    "-201,message-refused,FAIL",
    "-204,reconnect-required,RECONNECT",
    "-205,reconnect-required,RECONNECT",
    "-209,configuration,CONFIGURATION",
    "-210,message-refused,FAIL",
    "-211,quota-exhausted,FAIL",
    "-212,configuration,CONFIGURATION",
    "-213,recipient-unreachable,BLOCKED",
    "-214,provider-unavailable,RETRY",
    "-216,reconnect-required,REFRESH",
    "-217,recipient-unreachable,BLOCKED",
    "-218,quota-exhausted,FAIL",
    "-219,reconnect-required,RECONNECT",
    "-220,reconnect-required,REFRESH",
    "-221,permission-missing,PERMISSION",
    "-223,reconnect-required,RECONNECT",
    "-224,permission-missing,PERMISSION",
    "-227,recipient-unreachable,BLOCKED",
    "-230,window-closed,FAIL",
    "-232,window-closed,FAIL",
    "-233,message-refused,FAIL",
    "-234,window-closed,FAIL",
    "-235,configuration,CONFIGURATION",
    "-237,window-closed,FAIL",
    "-238,message-refused,FAIL",
    "-240,configuration,CONFIGURATION",
    "-241,message-refused,FAIL",
    "-242,configuration,CONFIGURATION",
    "-244,recipient-unreachable,BLOCKED",
    "-248,policy-refused,FAIL",
    "-320,charged-unavailable,FAIL",
    "-321,charged-unavailable,FAIL",
    "-403,recipient-unreachable,BLOCKED",
    "-9999,message-refused,FAIL"
  })
  void classifies(int code, String failureCode, Reaction reaction) {
    Fault fault = ZaloErrors.of(code);

    assertThat(fault.failureCode()).isEqualTo(failureCode);
    assertThat(fault.reaction()).isEqualTo(reaction);
    assertThat(fault.code()).isEqualTo("zalo" + code);
  }
}
