/** Who of the service team is on duty when, and in which role. */
@NullMarked
package io.larkdesk.core.roster;

import org.jspecify.annotations.NullMarked;
