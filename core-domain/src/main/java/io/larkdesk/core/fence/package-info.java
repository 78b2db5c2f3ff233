/**
 * The fence: after a backup was restored nobody is told anything outside, and nothing happens by itself, until an administrator has decided what
 * becomes of what was to be told then.
 */
@NullMarked
package io.larkdesk.core.fence;

import org.jspecify.annotations.NullMarked;
