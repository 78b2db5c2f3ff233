/** Charts that are drawn on the server. */
@NullMarked
package io.larkdesk.app.charts;

import org.jspecify.annotations.NullMarked;
