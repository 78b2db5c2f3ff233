/** Support plans and calendars, over HTTP. */
@NullMarked
package io.larkdesk.app.console.plans;

import org.jspecify.annotations.NullMarked;
