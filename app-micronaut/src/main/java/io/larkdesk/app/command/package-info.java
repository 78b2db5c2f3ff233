/** What operators tell the program to do instead of running the service. */
@NullMarked
package io.larkdesk.app.command;

import org.jspecify.annotations.NullMarked;
