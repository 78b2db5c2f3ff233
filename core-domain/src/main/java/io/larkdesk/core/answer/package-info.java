/** What the service team answers again and again. */
@NullMarked
package io.larkdesk.core.answer;

import org.jspecify.annotations.NullMarked;
