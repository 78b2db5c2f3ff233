/** The console's roster: who is on duty when, and when nobody is. */
@NullMarked
package io.larkdesk.app.console.roster;

import org.jspecify.annotations.NullMarked;
