/** The console's board of Emergencies: how they stand, and what staff do about them. */
@NullMarked
package io.larkdesk.app.console.emergencies;

import org.jspecify.annotations.NullMarked;
