/**
 * Which agents are there: declared by the person, observed on the sockets, surviving reconnects and
 * dead replicas.
 */
@NullMarked
package io.dakenh.livetalk.presence;

import org.jspecify.annotations.NullMarked;
