/** The reports, over HTTP. */
@NullMarked
package io.larkdesk.app.console.reports;

import org.jspecify.annotations.NullMarked;
