/** The service console: what stands around its pages, how the provider is set up, and who of its people does what. */
@NullMarked
package io.larkdesk.app.console;

import org.jspecify.annotations.NullMarked;
