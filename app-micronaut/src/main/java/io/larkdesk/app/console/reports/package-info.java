/** What came of the service, in the console. */
@NullMarked
package io.larkdesk.app.console.reports;

import org.jspecify.annotations.NullMarked;
