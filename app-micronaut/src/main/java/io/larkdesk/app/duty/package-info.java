/** Notices whose duty has begun. */
@NullMarked
package io.larkdesk.app.duty;

import org.jspecify.annotations.NullMarked;
