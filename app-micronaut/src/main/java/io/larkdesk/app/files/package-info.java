/** Files over HTTP: taken in as they come, and given out such that nothing in them runs in the desk's own origin. */
@NullMarked
package io.larkdesk.app.files;

import org.jspecify.annotations.NullMarked;
