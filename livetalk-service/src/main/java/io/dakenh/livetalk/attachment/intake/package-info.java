/**
 * How files come in, go out and are collected. An upload is spooled to disk while it arrives,
 * judged by its content ({@link io.dakenh.livetalk.attachment.intake.AttachmentJudge}), and stored
 * with its bytes in one commit; it belongs to one conversation and to whoever uploaded it. A
 * message that names it makes it everybody's; what no message names, or only a deleted one did, is
 * collected.
 */
@NullMarked
package io.dakenh.livetalk.attachment.intake;

import org.jspecify.annotations.NullMarked;
