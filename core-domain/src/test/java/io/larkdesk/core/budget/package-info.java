/** How an allowance is made to last. */
@NullMarked
package io.larkdesk.core.budget;

import org.jspecify.annotations.NullMarked;
