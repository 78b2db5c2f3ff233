/** The core's stores on PostgreSQL, through Jdbi: one public entry, one schema, and the signals between nodes. */
@NullMarked
package io.larkdesk.persistence.jdbi;

import org.jspecify.annotations.NullMarked;
