/** The Enterprise Service Workstation: the tickets of a service group, as a page and as a file. */
@NullMarked
package io.larkdesk.app.workstation;

import org.jspecify.annotations.NullMarked;
