/**
 * Notices on agents' devices while the desk is closed (Web Push, RFC 8030). A notice is a row until
 * the browser's own service has it; what it says is encrypted for that browser alone (RFC 8291),
 * and the service knows us by a key of this installation (RFC 8292).
 */
@NullMarked
package io.dakenh.livetalk.push;

import org.jspecify.annotations.NullMarked;
