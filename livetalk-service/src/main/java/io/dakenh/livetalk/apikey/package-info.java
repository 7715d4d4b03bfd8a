/**
 * Programs of a business, which call with a key instead of a sign-in. {@link
 * io.dakenh.livetalk.apikey.ApiKeyMechanism} sees a key where other requests have a token; {@link
 * io.dakenh.livetalk.apikey.ApiKeyIdentities} knows whose it is. Its scopes stand as roles before
 * the endpoints, so that a key reaches only what names one of them.
 */
@NullMarked
package io.dakenh.livetalk.apikey;

import org.jspecify.annotations.NullMarked;
