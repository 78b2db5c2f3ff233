/** Lark as the desk needs it, in Lark's words and without HTTP or JSON, and the core's interfaces put into those words. */
@NullMarked
package io.larkdesk.lark;

import org.jspecify.annotations.NullMarked;
