/** What came of the service in a month: for the staff, and for the customer's own administrators. */
@NullMarked
package io.larkdesk.core.report;

import org.jspecify.annotations.NullMarked;
