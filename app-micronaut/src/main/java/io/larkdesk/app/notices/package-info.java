/** Sends operational notices to staff. */
@NullMarked
package io.larkdesk.app.notices;

import org.jspecify.annotations.NullMarked;
