package io.dakenh.channels;

import io.dakenh.devstack.test.IdentityTestResource;
import io.dakenh.devstack.test.KafkaTestResource;
import io.dakenh.devstack.test.PostgresTestResource;
import io.dakenh.devstack.test.SimulatorTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every Quarkus test of this service runs on: real servers, one application start. */
@QuarkusTestResource(
    value = PostgresTestResource.class,
    initArgs = @ResourceArg(name = "database", value = "channels"))
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(IdentityTestResource.class)
@QuarkusTestResource(SimulatorTestResource.class)
class TestInfrastructure {}
