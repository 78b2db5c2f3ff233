/** Tests of the streams. */
@NullMarked
package io.larkdesk.app.live;

import org.jspecify.annotations.NullMarked;
