/** Notices over stores in memory. */
@NullMarked
package io.larkdesk.core.notice;

import org.jspecify.annotations.NullMarked;
