/** Tests of how pictures are looked at. */
@NullMarked
package io.larkdesk.app.pictures;

import org.jspecify.annotations.NullMarked;
