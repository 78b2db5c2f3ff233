package io.larkdesk.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's method that reads its form as it comes, and so has to look itself whether the form carries the session's proof, before it
 * does anything else: see {@link Visitor#isProvenBy(String)}. Everybody else's forms are looked at beforehand.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProofInForm {}
