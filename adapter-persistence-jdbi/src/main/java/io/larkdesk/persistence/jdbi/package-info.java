/** Placeholder. */
@NullMarked
package io.larkdesk.persistence.jdbi;

import org.jspecify.annotations.NullMarked;
