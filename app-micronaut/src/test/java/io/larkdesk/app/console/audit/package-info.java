/** The audit log in the console, as staff and outsiders meet it. */
@NullMarked
package io.larkdesk.app.console.audit;

import org.jspecify.annotations.NullMarked;
