/** The pages of administrators, over HTTP. */
@NullMarked
package io.larkdesk.app.organisation;

import org.jspecify.annotations.NullMarked;
