/** What all workers have in common: a loop that claims what is due, and hands that carry it out. */
@NullMarked
package io.larkdesk.app.work;

import org.jspecify.annotations.NullMarked;
