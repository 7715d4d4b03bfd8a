/**
 * Uploaded pictures and sounds. {@code MediaResource} takes the bytes; {@code Inspector} decides by
 * their content what they are and makes them safe to show; {@code MediaStore} keeps them in GridFS;
 * {@code PublicMediaResource} serves them under addresses that never change; {@code MediaCollector}
 * removes what nothing names.
 */
@NullMarked
package io.dakenh.config.media;

import org.jspecify.annotations.NullMarked;
