/** What people do with the product, from one end to the other, in a real browser. */
@NullMarked
package io.larkdesk.app.journey;

import org.jspecify.annotations.NullMarked;
