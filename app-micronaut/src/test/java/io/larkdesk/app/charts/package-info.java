/** Charts. */
@NullMarked
package io.larkdesk.app.charts;

import org.jspecify.annotations.NullMarked;
