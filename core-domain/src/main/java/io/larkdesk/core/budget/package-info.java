/** A tenant's monthly allowance of counted Lark calls, and the policy that makes it last. */
@NullMarked
package io.larkdesk.core.budget;

import org.jspecify.annotations.NullMarked;
