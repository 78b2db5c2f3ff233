/** Tests of who sees to an organisation, over the stores in memory. */
@NullMarked
package io.larkdesk.core.organisation;

import org.jspecify.annotations.NullMarked;
