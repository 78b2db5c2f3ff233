/** Keeps pieces of files in a bucket: one entry, {@link io.larkdesk.storage.s3.S3ObjectStore}. */
@NullMarked
package io.larkdesk.storage.s3;

import org.jspecify.annotations.NullMarked;
