/** The files with which the service is deployed, read as the tools read them for which they are. */
@NullMarked
package io.larkdesk.app.deploy;

import org.jspecify.annotations.NullMarked;
