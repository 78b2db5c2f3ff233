/**
 * A Java agent that makes the packaged service die at places, or keep to designs, that are named on its command line. The service itself knows
 * nothing of it.
 */
@NullMarked
package io.larkdesk.faults.agent;

import org.jspecify.annotations.NullMarked;
