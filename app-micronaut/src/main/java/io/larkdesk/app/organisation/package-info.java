/** The pages of a customer's own administrators. */
@NullMarked
package io.larkdesk.app.organisation;

import org.jspecify.annotations.NullMarked;
