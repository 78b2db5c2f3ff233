/** The service as a whole, on PostgreSQL and the Lark sandbox. */
@NullMarked
package io.larkdesk.app;

import org.jspecify.annotations.NullMarked;
