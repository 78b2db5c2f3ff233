/** How the adapter is tried: on a server of others, and on one that misbehaves. */
@NullMarked
package io.larkdesk.storage.s3;

import org.jspecify.annotations.NullMarked;
