/**
 * A conversation as a document: a file to download, or a letter. It says what the visitor may know:
 * agents stand there under the face that visitors see, and private notes are not in it, whoever
 * asks for it.
 */
@NullMarked
package io.dakenh.livetalk.transcript;

import org.jspecify.annotations.NullMarked;
