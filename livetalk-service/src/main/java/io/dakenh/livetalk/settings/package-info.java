/**
 * What owners published, as far as conversations follow it: popup messages, the face of automatic
 * messages, what visitors are asked, and the websites that may carry the widget. Known from
 * config-service's events; the highest version wins, whatever the order of arrival.
 */
@NullMarked
package io.dakenh.livetalk.settings;

import org.jspecify.annotations.NullMarked;
