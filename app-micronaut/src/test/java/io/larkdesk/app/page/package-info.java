/** Tests of the pages. */
@NullMarked
package io.larkdesk.app.page;

import org.jspecify.annotations.NullMarked;
