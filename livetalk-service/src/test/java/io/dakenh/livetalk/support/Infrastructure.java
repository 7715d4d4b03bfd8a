package io.dakenh.livetalk.support;

import io.dakenh.devstack.test.IdentityTestResource;
import io.dakenh.devstack.test.KafkaTestResource;
import io.dakenh.devstack.test.MailTestResource;
import io.dakenh.devstack.test.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** Real servers for every Quarkus test of this module. */
@QuarkusTestResource(
    value = PostgresTestResource.class,
    initArgs = @ResourceArg(name = "database", value = "livetalk"))
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(IdentityTestResource.class)
@QuarkusTestResource(MediaServer.class)
@QuarkusTestResource(MailTestResource.class)
final class Infrastructure {
  private Infrastructure() {}
}
