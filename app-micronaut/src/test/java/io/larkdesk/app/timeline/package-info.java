/** Tests of Timelines as files. */
@NullMarked
package io.larkdesk.app.timeline;

import org.jspecify.annotations.NullMarked;
