/** How fast the service is: which goals there are, and the program that measures them. */
@NullMarked
package io.larkdesk.benchmarks;

import org.jspecify.annotations.NullMarked;
