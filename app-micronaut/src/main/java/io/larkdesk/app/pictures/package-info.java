/** Looks at pictures that anybody may have sent: how large they are, and a small copy, in bounded memory. */
@NullMarked
package io.larkdesk.app.pictures;

import org.jspecify.annotations.NullMarked;
