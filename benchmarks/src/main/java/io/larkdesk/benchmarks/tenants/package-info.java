/** What very many customers cost who do nothing. */
@NullMarked
package io.larkdesk.benchmarks.tenants;

import org.jspecify.annotations.NullMarked;
