/**
 * How a business and its people come into being: a small saga over Keycloak and our documents.
 *
 * <p>{@link io.dakenh.config.provisioning.ProvisioningJob} is the durable plan, {@link
 * io.dakenh.config.provisioning.Provisioning} carries it out step by step. Every step may be
 * repeated; what a dead process left is taken up by the sweep or by the caller's next try. The
 * password is in no document: a job that died before the sign-in existed is dropped, one that died
 * later does not need it any more.
 */
@NullMarked
package io.dakenh.config.provisioning;

import org.jspecify.annotations.NullMarked;
