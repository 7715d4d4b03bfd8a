package io.dakenh.config.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Rows(part = "REF-5")
class OwnerFactsTest {
  @Inject OwnerFacts facts;

  @Test
  void oneMailboxIsOneOwnerHoweverItIsWritten() {
    assertThat(OwnerFacts.plain("An.Nguyen+shop@GMail.com")).isEqualTo("annguyen@gmail.com");
    assertThat(OwnerFacts.plain("an.nguyen@googlemail.com")).isEqualTo("annguyen@gmail.com");
    assertThat(OwnerFacts.plain("Chu+Hai@HoaMai.vn")).isEqualTo("chu@hoamai.vn");
    assertThat(OwnerFacts.plain("a.b@hoamai.vn")).isEqualTo("a.b@hoamai.vn");
    assertThat(facts.ownerHash("chu+hai@hoamai.vn")).isEqualTo(facts.ownerHash("CHU@HOAMAI.VN"));
    assertThat(facts.ownerHash("chu@hoamai.vn")).isNotEqualTo(facts.ownerHash("thu@hoamai.vn"));
  }

  @Test
  void aDomainOpenToEverybodySaysNothing() {
    assertThat(facts.domainHash("an@gmail.com")).isNull();
    assertThat(facts.domainHash("an@YAHOO.com.vn")).isNull();
    assertThat(facts.domainHash("an@hoamai.vn")).isEqualTo(facts.domainHash("binh@HoaMai.vn"));
  }

  @Test
  void hashesTellNoAddress() {
    assertThat(facts.ownerHash("chu@hoamai.vn")).matches("[0-9a-f]{32}");
  }
}
