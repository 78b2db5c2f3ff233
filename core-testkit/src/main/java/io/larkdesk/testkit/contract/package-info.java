/**
 * What each store of the core promises, as JUnit tests to be inherited: an adapter extends each contract, hands out its stores, and
 * is right when all pass.
 */
@NullMarked
package io.larkdesk.testkit.contract;

import org.jspecify.annotations.NullMarked;
