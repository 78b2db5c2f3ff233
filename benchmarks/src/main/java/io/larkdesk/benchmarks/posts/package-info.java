/** Messages that are written into very many groups. */
@NullMarked
package io.larkdesk.benchmarks.posts;

import org.jspecify.annotations.NullMarked;
