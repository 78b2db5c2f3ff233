/** Support plans, and the calendars that they count by: shown to staff, changed by administrators. */
@NullMarked
package io.larkdesk.app.console.plans;

import org.jspecify.annotations.NullMarked;
