/** How administrators have a customer deleted, and take along what is the customer's. */
@NullMarked
package io.larkdesk.app.console.deletion;

import org.jspecify.annotations.NullMarked;
