/**
 * One origin for the whole suite.
 *
 * <p>Main path: {@link io.dakenh.devstack.gateway.GatewayMain} reads the addresses of the parts,
 * {@link io.dakenh.devstack.gateway.Routes} decides which part a path belongs to and what it is
 * called there, {@link io.dakenh.devstack.gateway.Relay} streams requests and answers, and hands
 * WebSocket upgrades to {@link io.dakenh.devstack.gateway.SocketRelay}, which joins the two
 * connections byte by byte, so that frames and close codes pass as they are. Of a part with several
 * replicas, those that {@link io.dakenh.devstack.gateway.HealthChecks} find ready take turns.
 */
@NullMarked
package io.dakenh.devstack.gateway;

import org.jspecify.annotations.NullMarked;
