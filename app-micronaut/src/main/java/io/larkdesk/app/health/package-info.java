/** What operators watch: whether the service is well, and its figures. */
@NullMarked
package io.larkdesk.app.health;

import org.jspecify.annotations.NullMarked;
