/** Whether everything is assembled. */
@NullMarked
package io.larkdesk.app.wiring;

import org.jspecify.annotations.NullMarked;
