/**
 * Reports for owners. {@link io.dakenh.livetalk.report.ReportConsumer} follows the events of
 * conversations and keeps one row for each in {@link io.dakenh.livetalk.report.ReportRows}; {@link
 * io.dakenh.livetalk.report.ReportReader} sums them up by day, agent, department and channel.
 * Nobody who sends a message pays for being counted.
 */
@NullMarked
package io.dakenh.livetalk.report;

import org.jspecify.annotations.NullMarked;
