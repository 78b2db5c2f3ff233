/** Has what is sealed sealed anew, so that keys can be taken away. */
@NullMarked
package io.larkdesk.core.sealing;

import org.jspecify.annotations.NullMarked;
