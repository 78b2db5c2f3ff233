/** Tests of the service console. */
@NullMarked
package io.larkdesk.app.console;

import org.jspecify.annotations.NullMarked;
