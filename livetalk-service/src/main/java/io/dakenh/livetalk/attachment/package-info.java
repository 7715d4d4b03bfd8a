/**
 * Files people send. Here is what a stored file is ({@link
 * io.dakenh.livetalk.attachment.Attachment}), its address, which is good for a while and for
 * whoever has it ({@link io.dakenh.livetalk.attachment.AttachmentLinks}), and the port behind which
 * its bytes lie ({@link io.dakenh.livetalk.attachment.AttachmentStore}). How files come in and go
 * out is in {@code intake}; which message carries them is the message's.
 */
@NullMarked
package io.dakenh.livetalk.attachment;

import org.jspecify.annotations.NullMarked;
