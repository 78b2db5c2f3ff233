/** Tests of the use cases of tenants, over the stores in memory. */
@NullMarked
package io.larkdesk.core.tenant;

import org.jspecify.annotations.NullMarked;
