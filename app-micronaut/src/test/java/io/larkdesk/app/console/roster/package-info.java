/** The roster, over HTTP. */
@NullMarked
package io.larkdesk.app.console.roster;

import org.jspecify.annotations.NullMarked;
