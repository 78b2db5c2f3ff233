/** The PostgreSQL that comes with the service: unpacked, set up and run as a child process, with a data folder that stays. */
@NullMarked
package io.larkdesk.app.embedded;

import org.jspecify.annotations.NullMarked;
