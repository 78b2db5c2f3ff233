/** Pages that a person opens, and what they cost when very much is stored. */
@NullMarked
package io.larkdesk.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
