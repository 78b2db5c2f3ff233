/** The audit log in the console: read, checked and taken away. */
@NullMarked
package io.larkdesk.app.console.audit;

import org.jspecify.annotations.NullMarked;
