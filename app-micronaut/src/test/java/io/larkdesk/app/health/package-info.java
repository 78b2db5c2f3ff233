/** What operators watch, as they get it. */
@NullMarked
package io.larkdesk.app.health;

import org.jspecify.annotations.NullMarked;
