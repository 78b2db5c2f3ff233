/** Tenants' states. */
@NullMarked
package io.larkdesk.core.tenant;

import org.jspecify.annotations.NullMarked;
