/** Tests. */
@NullMarked
package io.larkdesk.app.embedded;

import org.jspecify.annotations.NullMarked;
