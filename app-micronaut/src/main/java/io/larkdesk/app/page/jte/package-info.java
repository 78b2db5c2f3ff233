/** The templates of {@code src/main/jte}, compiled; nothing is written here by hand. */
@NullMarked
package io.larkdesk.app.page.jte;

import org.jspecify.annotations.NullMarked;
