/** Clients that only look for a mark in what comes, so that it is the server that is measured. */
@NullMarked
package io.larkdesk.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
