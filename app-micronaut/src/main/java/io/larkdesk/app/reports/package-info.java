/** What came of the service, in words, figures and files: for the console, and for customers. */
@NullMarked
package io.larkdesk.app.reports;

import org.jspecify.annotations.NullMarked;
