/** The board of Emergencies, over HTTP. */
@NullMarked
package io.larkdesk.app.console.emergencies;

import org.jspecify.annotations.NullMarked;
