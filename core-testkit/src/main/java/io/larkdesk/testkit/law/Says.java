package io.larkdesk.testkit.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A law in one sentence, with which its failures are reported. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Says {

    /** The sentence; the class's Javadoc begins with it. */
    String value();
}
