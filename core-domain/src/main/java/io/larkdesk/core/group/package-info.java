/** Service groups and their members on two sides: the customer's organisation and the service team. */
@NullMarked
package io.larkdesk.core.group;

import org.jspecify.annotations.NullMarked;
