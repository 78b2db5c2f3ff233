/** People as Lark identifies them, the staff's roles, and the sessions in which they use the desk. */
@NullMarked
package io.larkdesk.core.person;

import org.jspecify.annotations.NullMarked;
