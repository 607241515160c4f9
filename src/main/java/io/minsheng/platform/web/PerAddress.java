package io.minsheng.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * Limits how often one address may call a method; more calls are answered 429 with Retry-After. Generous, because a village
 * desk, a school or a mobile network share one address; it stops machines, not people.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PerAddress {

    /** Calls that share a limit. */
    String value();

    /** How many calls in the window. */
    int calls();

    /** Length of the window in minutes. */
    int minutes();
}
