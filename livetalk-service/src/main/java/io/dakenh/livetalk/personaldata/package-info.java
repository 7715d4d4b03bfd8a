/**
 * What the law gives people: a copy of what is known of them, and that it is forgotten. Owners ask
 * ({@link io.dakenh.livetalk.personaldata.PersonalDataResource}), a durable job does it ({@link
 * io.dakenh.livetalk.personaldata.JobTimer}), and the row of the job is the receipt. {@link
 * io.dakenh.livetalk.personaldata.Eraser} is the one place that knows everywhere a person's data
 * lies; {@link io.dakenh.livetalk.personaldata.RetentionSweep} uses it for what a business's policy
 * lets go by itself.
 */
@NullMarked
package io.dakenh.livetalk.personaldata;

import org.jspecify.annotations.NullMarked;
