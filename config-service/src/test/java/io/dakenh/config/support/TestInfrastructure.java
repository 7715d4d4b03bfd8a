package io.dakenh.config.support;

import io.dakenh.devstack.test.IdentityTestResource;
import io.dakenh.devstack.test.KafkaTestResource;
import io.dakenh.devstack.test.MailTestResource;
import io.quarkus.test.common.QuarkusTestResource;

/**
 * What every Quarkus test of this service runs on: test resources are global, so one application
 * serves all test classes.
 */
@QuarkusTestResource(IdentityTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(BreakableMongoResource.class)
@QuarkusTestResource(KeycloakStubResource.class)
@QuarkusTestResource(MailTestResource.class)
final class TestInfrastructure {
  private TestInfrastructure() {}
}
