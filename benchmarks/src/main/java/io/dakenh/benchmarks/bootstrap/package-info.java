/** The public widget document against a web server that sends the same bytes as a file. */
@NullMarked
package io.dakenh.benchmarks.bootstrap;

import org.jspecify.annotations.NullMarked;
