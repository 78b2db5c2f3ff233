/** The stores, tried on a real PostgreSQL. */
@NullMarked
package io.larkdesk.persistence.jdbi;

import org.jspecify.annotations.NullMarked;
