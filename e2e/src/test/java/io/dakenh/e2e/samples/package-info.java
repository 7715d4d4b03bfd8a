/** Files that people upload in scenarios, made here so that each is exactly what it says. */
package io.dakenh.e2e.samples;
