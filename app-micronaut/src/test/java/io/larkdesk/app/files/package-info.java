/** Tests of files over HTTP. */
@NullMarked
package io.larkdesk.app.files;

import org.jspecify.annotations.NullMarked;
