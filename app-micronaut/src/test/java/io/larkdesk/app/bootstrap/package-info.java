/** Tests. */
@NullMarked
package io.larkdesk.app.bootstrap;

import org.jspecify.annotations.NullMarked;
