/**
 * Which popup message shows on which page: {@link io.dakenh.config.popup.PageAddress} and {@link
 * io.dakenh.config.popup.PopupPath} bring addresses into one form and compare them, {@link
 * io.dakenh.config.popup.PopupChoice} says which message wins and why the others do not.
 *
 * <p>The widget decides the same in TypeScript; the examples both run lie in {@code
 * contracts/src/test/resources/popup-paths.json}.
 */
@NullMarked
package io.dakenh.config.popup;

import org.jspecify.annotations.NullMarked;
