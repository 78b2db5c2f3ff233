/** What is measured with: one PostgreSQL for all, the packaged service and its sandbox, and peers. */
@NullMarked
package io.larkdesk.benchmarks.site;

import org.jspecify.annotations.NullMarked;
