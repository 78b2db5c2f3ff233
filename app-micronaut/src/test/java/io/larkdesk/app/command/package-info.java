/** Commands of operators. */
@NullMarked
package io.larkdesk.app.command;

import org.jspecify.annotations.NullMarked;
