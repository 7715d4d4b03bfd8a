/**
 * Who takes part: a visitor or an agent of one tenant, as told by the token of a socket or request.
 */
@NullMarked
package io.dakenh.livetalk.party;

import org.jspecify.annotations.NullMarked;
