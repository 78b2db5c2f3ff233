/** The clocks of tickets: they follow whatever is stored of these, and tell before something promised is due. */
@NullMarked
package io.larkdesk.app.clocks;

import org.jspecify.annotations.NullMarked;
