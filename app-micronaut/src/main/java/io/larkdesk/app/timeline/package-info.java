/** A ticket's Timeline as a whole: to read, to print, to take away, and to check. */
@NullMarked
package io.larkdesk.app.timeline;

import org.jspecify.annotations.NullMarked;
