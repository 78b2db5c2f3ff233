/** The worker of Emergencies, on stores in memory. */
@NullMarked
package io.larkdesk.app.emergencies;

import org.jspecify.annotations.NullMarked;
