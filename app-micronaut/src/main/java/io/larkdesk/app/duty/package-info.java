/** Notices whose duty has begun, and when nobody will be on duty. */
@NullMarked
package io.larkdesk.app.duty;

import org.jspecify.annotations.NullMarked;
