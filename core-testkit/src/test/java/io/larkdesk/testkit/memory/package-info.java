/** The stores in memory keep every contract. */
@NullMarked
package io.larkdesk.testkit.memory;

import org.jspecify.annotations.NullMarked;
