/** The templates of the console, as jte compiles them. */
@NullMarked
package io.larkdesk.app.page.jte.console;

import org.jspecify.annotations.NullMarked;
