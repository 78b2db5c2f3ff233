/** Tests of the use cases about sessions, over the stores in memory. */
@NullMarked
package io.larkdesk.core.person;

import org.jspecify.annotations.NullMarked;
