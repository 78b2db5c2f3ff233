/** Tests. */
@NullMarked
package io.larkdesk.app.secrets;

import org.jspecify.annotations.NullMarked;
