/** The service: assembles the core and its adapters, and runs them. */
@NullMarked
package io.larkdesk.app;

import org.jspecify.annotations.NullMarked;
