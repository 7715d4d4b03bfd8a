/**
 * What the tests of this service share: a business with people, and clients that speak the socket
 * protocol.
 */
@NullMarked
package io.dakenh.livetalk.support;

import org.jspecify.annotations.NullMarked;
