/** The stores in memory keep every law, and broken ones are found out. */
@NullMarked
package io.larkdesk.testkit.law;

import org.jspecify.annotations.NullMarked;
