/**
 * Keys with which programs of a business call the suite. A key is shown once, when it is made; kept
 * is its SHA-256, which is enough to know it again: it has 256 random bits, so nothing is gained by
 * a slow hash. The endpoints live where the data is; they learn of keys by events ({@link
 * io.dakenh.contracts.config.ApiKeyChanged}).
 */
@NullMarked
package io.dakenh.config.apikey;

import org.jspecify.annotations.NullMarked;
