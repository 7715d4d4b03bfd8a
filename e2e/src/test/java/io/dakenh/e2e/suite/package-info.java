/** The suite as a black box: starting it, breaking it, and businesses to try it with. */
package io.dakenh.e2e.suite;
